import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';

const golden: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../golden/preset-hashes.json', import.meta.url), 'utf8'),
);

/** SHA-256 of the first three seconds of a preset's signal, in which the first movement is made. */
function hashOf(name: string): string {
  const { signal } = new Synthesizer(presetByName(name)).next(6000);
  return createHash('sha256')
    .update(new Uint8Array(signal.data.buffer, signal.data.byteOffset, signal.data.byteLength))
    .digest('hex')
    .slice(0, 32);
}

/**
 * A change here means that links and recorded scenarios no longer reproduce their signal: say so in the commit that
 * updates `tests/golden/preset-hashes.json`.
 */
describe('the signal of every preset is pinned', () => {
  it.each(presets.map(({ name }) => name))('%s', (name) => {
    expect(hashOf(name)).toBe(golden[name]);
  });
});
