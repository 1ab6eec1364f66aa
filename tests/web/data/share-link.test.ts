import { describe, expect, it } from 'vitest';
import { decodeShared, encodeShared } from '../../../web/data/share-link.js';

describe('state in the link', () => {
  it('comes back as it went', async () => {
    const state = {
      view: 'lab',
      preset: 'transhumeral-tmr',
      patch: { seed: 7, limb: { fatThicknessMm: 9.5 } },
    };
    const hash = await encodeShared(state);
    expect(hash).toMatch(/^#lab&p=transhumeral-tmr&s=[\w-]+$/);
    expect(await decodeShared(hash)).toEqual(state);
  });

  it('leaves out what was not changed', async () => {
    expect(await encodeShared({ view: 'demo', preset: 'a b', patch: {} })).toBe('#demo&p=a%20b');
  });

  it.each(['#lab&s=%%%', '#lab&s=AAAA', '#lab&s=', ''])('survives the broken link %j', async (hash) => {
    expect((await decodeShared(hash)).patch).toBeUndefined();
  });
});
