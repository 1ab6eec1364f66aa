import { describe, expect, it } from 'vitest';
import { encodeShared } from '../../../src/scenario/share-link.js';
import { decodeShared } from '../../../web/data/share-link.js';

describe('state in the link', () => {
  it.each([
    {
      view: 'lab',
      preset: 'transhumeral-tmr',
      patch: { seed: 7, limb: { fatThicknessMm: 9.5 } },
      scenario: undefined,
    },
    { view: 'learn/fat', preset: 'a b&c', patch: undefined, scenario: undefined },
    { view: 'demo', preset: undefined, patch: undefined, scenario: { name: 'Jürgen', seed: 1 } },
    { view: 'demo', preset: undefined, patch: undefined, scenario: undefined },
  ])('comes back as it went: %j', async (state) => {
    const hash = await encodeShared(state);
    expect(hash).toMatch(/^#[\w/%=&-]+$/u);
    expect(await decodeShared(hash)).toEqual(state);
  });

  it('leaves out what was not changed', async () => {
    expect(await encodeShared({ view: 'demo', preset: 'a b', patch: {} })).toBe('#demo&p=a%20b');
  });

  it('unpacks nothing that would fill the memory', async () => {
    const scenario = { text: 'a'.repeat(3_000_000) };
    const hash = await encodeShared({ view: 'lab', preset: undefined, patch: undefined, scenario });
    expect(hash.length).toBeLessThan(10_000);
    await expect(decodeShared(hash)).rejects.toThrow(/patient/u);
  });
});
