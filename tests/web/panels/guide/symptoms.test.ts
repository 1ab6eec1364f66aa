import { describe, expect, it } from 'vitest';
import type { CauseId } from '../../../../web/panels/guide/causes.js';
import { measureChain } from '../../../../web/panels/guide/measured-chain.js';
import type { Observation } from '../../../../web/panels/guide/observation.js';
import { diagnose, symptomIds, type SymptomId } from '../../../../web/panels/guide/symptoms.js';
import { observed } from './observed.js';

/** Causes that fit a symptom on a patient. */
function fitting(symptom: SymptomId, seen: Observation): CauseId[] {
  return diagnose(symptom, measureChain(seen)).findings.flatMap(({ cause, verdict }) =>
    verdict.state === 'fits' ? [cause] : [],
  );
}

/** Somebody who has just that fault, what they would complain of, and what must, and must not, be found. */
const faults: readonly (readonly [
  symptom: SymptomId,
  found: CauseId,
  patch: Record<string, unknown>,
  not: readonly CauseId[],
])[] = [
  ['hums', 'hum', { disturbances: { mainsUv: 60 } }, ['contactNoise', 'tone', 'heart']],
  ['restLoud', 'contactNoise', { disturbances: { noiseUv: 60 } }, ['hum', 'tone', 'slow']],
  ['opens', 'tone', { intent: { restingTonePercent: 10 } }, ['hum', 'contactNoise', 'patternsMoved']],
  ['ticks', 'heart', { disturbances: { ecgUv: 400 } }, ['rail']],
  ['wanders', 'slow', { disturbances: { baselineUv: 300 } }, ['heart', 'rail']],
  ['flat', 'rail', { disturbances: { liftOffPerMin: 20, liftOffMs: 20_000 } }, ['alike', 'lost']],
  ['cutOff', 'rail', { disturbances: { rangeMv: 0.1 } }, ['flat', 'slow']],
  ['holes', 'lost', { disturbances: { packetLossPercent: 5 } }, ['rail']],
  ['alike', 'alike', { disturbances: { bridgePercent: 100 } }, ['hum', 'slow']],
  ['flat', 'flat', { disturbances: { bridgePercent: 100 } }, ['rail', 'lost']],
  ['nothing', 'noEffort', { surgery: { nerveBlock: true } }, ['weak', 'contactNoise', 'flat']],
  ['small', 'weak', { limb: { fatThicknessMm: 20 } }, ['noEffort', 'contactNoise']],
  ['oneNoisy', 'oneNoisy', { disturbances: { noiseUv: 15, noiseSpreadDb: 12 } }, ['hum', 'rail']],
  ['mixed', 'otherStrength', { intent: { strengthPercent: 90 } }, ['weak', 'flat', 'contactNoise']],
  ['worse', 'patternsMoved', { electrodes: { shiftAroundMm: 60 } }, ['hum', 'contactNoise', 'rail', 'flat']],
];

describe('the guide', () => {
  it.each(faults)('finds behind “%s” that it is %s', (symptom, found, patch, not) => {
    const causes = fitting(symptom, observed(patch));
    expect(causes).toContain(found);
    for (const cause of not) expect(causes).not.toContain(cause);
  });

  it('finds nothing on somebody with no fault, and says of each symptom that it does not show', () => {
    const measured = measureChain(observed());
    for (const symptom of symptomIds) {
      const { shows, findings } = diagnose(symptom, measured);
      expect([symptom, shows]).toEqual([symptom, 'no']);
      expect(findings.filter(({ verdict }) => verdict.state === 'fits')).toEqual([]);
    }
  });

  it('finds a long way to the command, and what was never told apart', () => {
    const seen = observed();
    expect(fitting('late', { ...seen, delayMs: 420 })).toEqual(['late']);
    expect(fitting('mixed', { ...seen, calibratedAccuracy: 0.6 })).toEqual(['taughtPoorly']);
  });

  it('says that it cannot tell, where nobody rested or the truth is not known', () => {
    const seen = observed({ disturbances: { noiseUv: 60 } });
    const nobody = measureChain({ ...seen, stretches: [], windows: [] });
    for (const symptom of ['restLoud', 'opens', 'worse', 'mixed', 'nothing', 'ticks', 'hums'] as const)
      expect([symptom, diagnose(symptom, nobody).shows]).toEqual([symptom, 'unknown']);
    // Noise and a muscle that does not rest sound alike.
    const unknown = measureChain({ ...seen, restExcitation: undefined });
    const states = diagnose('restLoud', unknown).findings.flatMap(({ cause, verdict }) =>
      cause === 'tone' || cause === 'contactNoise' ? [verdict.state] : [],
    );
    expect(states).toEqual(['unknown', 'unknown']);
  });
});
