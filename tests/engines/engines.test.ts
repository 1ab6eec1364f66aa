import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprints } from './fingerprints.js';

const golden = JSON.parse(
  readFileSync(new URL('../golden/engine-hashes.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/**
 * Fails where this engine computes other bits than the one that made the golden file, or where the product has
 * changed. A change of a signal means that links and recorded scenarios no longer reproduce it: say so in the
 * commit that renews the file, by `npx tsc -p tests/engines/tsconfig.json` and
 * `node dist/tests/engines/print.js > tests/golden/engine-hashes.json`.
 */
describe('the same bits in every engine', () => {
  it('fingerprints of functions, filters, signals, truth, decoders and decisions', async () => {
    const got: Record<string, string> = {};
    for await (const [name, hash] of fingerprints()) got[name] = hash;
    expect(got).toEqual(golden);
  }, 180_000);
});
