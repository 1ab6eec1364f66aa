import * as fc from 'fast-check';
import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { MyodesisError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { runCalibration } from '../../../src/patient/workshop-tasks.js';
import { decoded, filtered, windowed } from '../../../src/pipeline/index.js';
import { parseScenario, type Scenario } from '../../../src/scenario/scenario.js';
import { costOf } from '../../../src/scenario/budget.js';
import { requireStartable, wholeScenario } from '../../../src/scenario/whole-scenario.js';
import { anyOf } from '../../support/any-value.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { dialsOf, endsOf, turned, type Dial } from '../../support/scenario-dials.js';
import { smallScenario } from '../../support/small-scenario.js';

/** How many random scenarios; the long form is asked for by the environment. */
const RUNS = Number(process.env['FUZZ_SCENARIOS'] ?? 25);
/** How many pairs of ends beside the groups that there are always, in the long form. */
const PAIRS = Number(process.env['FUZZ_PAIRS'] ?? 0);

/** Calibrations that take longer by estimate, in s, are recorded in the long form only. */
const MOST_S = PAIRS > 0 || process.env['FUZZ_SCENARIOS'] ? Infinity : 1;

const base = smallScenario({ journey: { stages: [{}, {}] } });
const dials = dialsOf(base);

/**
 * What becomes of a scenario: refused before anything is made, with the field and what to write; not learnable, where
 * the amplifier that it describes gives no signal; or it lives, and every number of it is one.
 */
async function fateOf(scenario: Scenario): Promise<'refused' | 'silent' | 'lives' | 'costly'> {
  try {
    requireStartable(scenario);
  } catch (error) {
    expect(error).toMatchObject({ code: 'config', field: expect.stringMatching(/\w/) });
    expect(error).toHaveProperty('hint', expect.stringMatching(/\S/));
    return 'refused';
  }
  if (costOf(scenario, wholeScenario(scenario)).calibrationS > MOST_S) return 'costly';
  try {
    const loadClassifier = (): Promise<never> => Promise.reject(new Error('no modules here'));
    const { decoder, templates } = await runCalibration({ scenario }, { loadClassifier });
    const own = Decoder.fromJSON(decoder);
    const synthesizer = new Synthesizer(scenario, { templates });
    const block = Math.max(1, Math.round(scenario.sampleRateHz / 50));
    const lost = scenario.disturbances.packetLossPercent > 0;
    const blocks: SampleBlock[] = [];
    // As short as gives a decision: a window, and a step.
    const { windowMs, stepMs } = scenario.decoder;
    for (let n = (windowMs + stepMs) / 20 + 1; n > 0; n--) {
      const { signal } = synthesizer.next(block);
      // Samples of lost packets are no numbers, by design.
      if (!lost) expect(signal.data.every(Number.isFinite)).toBe(true);
      blocks.push(signal);
    }
    const decisions = await lastValueFrom(
      from(blocks).pipe(filtered(own), windowed(own), decoded(own), toArray()),
    );
    expect(decisions.length).toBeGreaterThan(0);
    for (const { posterior, speed, confidence } of decisions)
      expect([...posterior, speed, confidence].every(Number.isFinite)).toBe(true);
    return 'lives';
  } catch (error) {
    expect(error).toBeInstanceOf(MyodesisError);
    // Only a signal that an amplifier swallows whole cannot be foreseen.
    expect(error).toMatchObject({ code: 'model', message: expect.stringMatching(/none ever changes/) });
    return 'silent';
  }
}

interface End {
  readonly dial: Dial;
  readonly value: unknown;
}

const ends: readonly End[] = dials.flatMap((dial) => endsOf(dial.field).map((value) => ({ dial, value })));

/** What becomes of a person some of whose dials stand at these values; `unread` where no scenario allows them. */
async function fateAt(at: readonly End[]): Promise<'unread' | Awaited<ReturnType<typeof fateOf>>> {
  const written = at.reduce<unknown>((whole, { dial, value }) => turned(whole, dial.path, value), base);
  let scenario: Scenario;
  try {
    scenario = parseScenario(written);
  } catch (error) {
    expect(error).toMatchObject({ code: 'config' });
    return 'unread';
  }
  try {
    return await fateOf(scenario);
  } catch (error) {
    const where = at.map(({ dial, value }) => `${dial.path.join('.')} = ${JSON.stringify(value)}`).join(', ');
    throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Every end once, in groups of a few; what lives together lives alone, and in pairs. */
function groupsOf(size: number, random: RandomStream): End[][] {
  const left = [...ends];
  const groups: End[][] = [];
  while (left.length > 0)
    groups.push(
      Array.from({ length: Math.min(size, left.length) }, () =>
        left.splice(random.integer(left.length), 1),
      ).flat(),
    );
  return groups;
}

describe('a scenario that is taken comes to life', () => {
  it('with every dial at its ends, a few of them at a time', async () => {
    const random = new RandomStream(1, 'ends');
    const fates = { unread: 0, refused: 0, silent: 0, lives: 0, costly: 0 };
    for (const group of groupsOf(3, random)) {
      const fate = await fateAt(group);
      // What one of them hides is seen alone.
      if (fate === 'lives' || fate === 'costly') fates[fate] += group.length;
      else for (const end of group) fates[await fateAt([end])]++;
    }
    expect(fates.unread + fates.refused).toBeLessThan(40);
    expect(fates.silent).toBeLessThan(5);
    expect(fates.costly).toBeLessThan(100);
    expect(fates.lives).toBeGreaterThan(500);
  }, 600_000);

  it('with every dial at its ends, in pairs', async () => {
    const random = new RandomStream(1, 'pairs');
    for (let n = 0; n < PAIRS; n += ends.length / 2)
      for (const pair of groupsOf(2, random)) await fateAt(pair);
  }, 3_600_000);

  it('with several dials anywhere, at their ends too', async () => {
    const one = fc.constantFrom(...dials).chain((dial) => {
      const own = endsOf(dial.field);
      const value = own.length > 0 ? fc.oneof(fc.constantFrom(...own), anyOf(dial.field)) : anyOf(dial.field);
      return value.map((to) => ({ dial, value: to }));
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 8 }), async (at) => void (await fateAt(at))),
      { numRuns: RUNS, seed: 20 },
    );
  }, 3_600_000);
});
