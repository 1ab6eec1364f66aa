import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { Synthesizer, type SynthesisBlock } from '../../../src/body/synthesis/synthesizer.js';

const goldenOf = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8'));
const signals = goldenOf('preset-hashes.json');
const truths = goldenOf('preset-truth-hashes.json');

const hashOf = (...parts: readonly (NodeJS.ArrayBufferView | readonly string[])[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(ArrayBuffer.isView(part) ? part : part.join());
  return hash.digest('hex').slice(0, 32);
};

/** All that is told of a block beside its signal. */
function truthHash({ signal, truth }: SynthesisBlock): string {
  const { clean, flags, discharges, steps } = truth;
  const { index, movement, strength, cue, excitation, force } = steps;
  const labels = (signal.labels ?? []).map((step) => JSON.stringify(step));
  return hashOf(clean, flags, discharges, index, movement, strength, cue, excitation, force, labels);
}

/**
 * The first three seconds, in which the first movement is made. A change here means that links and recorded
 * scenarios no longer reproduce their signal: say so in the commit that updates `tests/golden/preset-*.json`.
 */
describe('signal and truth of every preset are pinned', () => {
  it.each(presets.map(({ name }) => name))('%s', (name) => {
    const block = new Synthesizer(presetByName(name)).next(6000);
    expect({ signal: hashOf(block.signal.data), truth: truthHash(block) }).toEqual({
      signal: signals[name],
      truth: truths[name],
    });
  });
});
