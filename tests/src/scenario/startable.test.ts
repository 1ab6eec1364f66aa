import * as fc from 'fast-check';
import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { MyodesisError } from '../../../src/ground/signal/errors.js';
import type { Field } from '../../../src/ground/signal/field.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { runCalibration } from '../../../src/patient/workshop-tasks.js';
import { decoded, filtered, windowed } from '../../../src/pipeline/index.js';
import { parseScenario, scenarioFields, type Scenario } from '../../../src/scenario/scenario.js';
import { requireStartable } from '../../../src/scenario/whole-scenario.js';
import { anyOf } from '../../support/any-value.js';
import { smallScenario } from '../../support/small-scenario.js';

/** How many random scenarios; the long form is asked for by the environment. */
const RUNS = Number(process.env['FUZZ_SCENARIOS'] ?? 40);

type Path = readonly (string | number)[];
interface Leaf {
  readonly path: Path;
  readonly field: Field;
}

function leavesOf(field: Field, value: unknown, path: Path = []): Leaf[] {
  if (field.kind === 'group')
    return Object.entries(field.fields).flatMap(([name, inner]) =>
      leavesOf(inner, Object(value)[name], [...path, name]),
    );
  if (field.kind === 'list' && field.item.kind === 'group')
    return leavesOf(field.item, Object(value)[0], [...path, 0]);
  return [{ path, field }];
}

function put(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  const inner = put(Object(value)[key], rest, leaf);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === key ? inner : item));
  return { ...Object(value), [key]: inner };
}

const base = smallScenario({ journey: { stages: [{}, {}] } });
// Muscles of many units are no other case, only slow ones.
const leaves = leavesOf({ kind: 'group', explain: '', fields: scenarioFields }, base).filter(
  ({ path }) => path.at(-1) !== 'unitCount' && path[0] !== 'version',
);

function extremesOf({ kind, ...field }: Field): unknown[] {
  if (kind === 'number' && 'min' in field) return [field.min, field.max];
  if (kind === 'choice' && 'options' in field) return [...field.options];
  return kind === 'boolean' ? [true, false] : [];
}

/**
 * What becomes of a scenario: refused before anything is made, with the field and what to write; not learnable, where
 * the amplifier that it describes gives no signal; or it lives, and every number of it is one.
 */
async function fateOf(scenario: Scenario): Promise<'refused' | 'silent' | 'lives'> {
  try {
    requireStartable(scenario);
  } catch (error) {
    expect(error).toMatchObject({ code: 'config', field: expect.stringMatching(/\w/) });
    expect(error).toHaveProperty('hint', expect.stringMatching(/\S/));
    return 'refused';
  }
  try {
    const loadClassifier = (): Promise<never> => Promise.reject(new Error('no modules here'));
    const { decoder, templates } = await runCalibration({ scenario }, { loadClassifier });
    const own = Decoder.fromJSON(decoder);
    const synthesizer = new Synthesizer(scenario, { templates });
    const block = Math.max(1, Math.round(scenario.sampleRateHz / 50));
    const lost = scenario.disturbances.packetLossPercent > 0;
    const blocks: SampleBlock[] = [];
    for (let n = 0; n < 60; n++) {
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

describe('a scenario that is taken comes to life', () => {
  it('with every dial at its ends, alone', async () => {
    const fates = { refused: 0, silent: 0, lives: 0 };
    for (const { path, field } of leaves)
      for (const value of extremesOf(field)) fates[await fateOf(parseScenario(put(base, path, value)))]++;
    expect(fates.lives).toBeGreaterThan(500);
    expect(fates.silent).toBeLessThan(5);
    expect(fates.refused).toBeLessThan(40);
  }, 600_000);

  it('with several dials anywhere, at their ends too', async () => {
    const one = fc.constantFrom(...leaves).chain(({ path, field }) => {
      const ends = extremesOf(field);
      const value = ends.length > 0 ? fc.oneof(fc.constantFrom(...ends), anyOf(field)) : anyOf(field);
      return value.map((leaf) => ({ path, leaf }));
    });
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 2, maxLength: 8 }), async (dials) => {
        const written = dials.reduce<unknown>((value, { path, leaf }) => put(value, path, leaf), base);
        let scenario: Scenario;
        try {
          scenario = parseScenario(written);
        } catch (error) {
          expect(error).toMatchObject({ code: 'config' });
          return;
        }
        await fateOf(scenario);
      }),
      { numRuns: RUNS, seed: 20 },
    );
  }, 3_600_000);
});
