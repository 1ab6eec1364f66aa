import { lastValueFrom, map, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../src/patient/calibrate.js';
import { asFastAsPossible } from '../../../../src/pipeline/clock.js';
import { commanded } from '../../../../src/pipeline/operators/commanded.js';
import { decoded } from '../../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../../src/pipeline/operators/windowed.js';
import { synthesize } from '../../../../src/pipeline/simulated.js';
import { mergeScenario, parseScenario, type Scenario } from '../../../../src/scenario/scenario.js';
import { dialBody } from './dials/dial-body.js';

const scenario = parseScenario({
  ...dialBody({
    disturbances: { noiseUv: 3, mainsUv: 4, baselineUv: 50 },
    intent: {
      movements: ['elbow-flexion', 'elbow-extension'],
      leadMs: 500,
      holdMs: 1000,
      coContractionPercent: 5,
    },
  }),
  calibration: { movements: ['rest', 'elbow-flexion', 'elbow-extension'], repetitions: 3, holdMs: 1000 },
});

describe('a decoder trained before the operation', () => {
  const { decoder } = calibrate(scenario);

  function movements(of: Scenario): Promise<string[]> {
    return lastValueFrom(
      synthesize(of, asFastAsPossible(800)).pipe(
        filtered(decoder),
        windowed(decoder),
        decoded(decoder),
        commanded(),
        map(({ movement }) => movement),
        toArray(),
      ),
    );
  }

  it('follows the user', async () => {
    const seen = await movements(scenario);
    expect(seen.filter((movement) => movement !== 'rest').length).toBeGreaterThan(0.3 * seen.length);
  });

  it('stays at rest under a nerve block, whatever the user tries', async () => {
    const seen = await movements(mergeScenario(scenario, { surgery: { nerveBlock: true } }));
    expect(seen.length).toBeGreaterThan(250);
    expect(seen.filter((movement) => movement !== 'rest')).toEqual([]);
  });
});
