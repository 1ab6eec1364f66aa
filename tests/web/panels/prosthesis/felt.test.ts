import { describe, expect, it } from 'vitest';
import type { World } from '../../../../web/panels/prosthesis/figure-scene.js';
import { FeltContacts } from '../../../../web/panels/prosthesis/felt.js';
import { worldWith } from './world-with.js';

const touched = (index: number, now: number): World =>
  worldWith({ index: now, contact: { kind: 'touch', index, strength: 1 } });

describe('contacts that are felt', () => {
  it('are shown once, for a moment', () => {
    const felt = new FeltContacts();
    expect(felt.at(undefined, 1000, 0)).toBeUndefined();
    expect(felt.at(worldWith({}), 1000, 10)).toBeUndefined();
    expect(felt.at(touched(500, 520), 1000, 20)).toMatchObject({ kind: 'touch', index: 500 });
    expect(felt.at(touched(500, 1400), 1000, 900)?.index).toBe(500);
    expect(felt.at(touched(500, 3000), 1000, 2500)).toBeUndefined();
    expect(felt.at(touched(2900, 3000), 1000, 2600)?.index).toBe(2900);
  });

  it('are not shown where they were before anybody looked', () => {
    expect(new FeltContacts().at(touched(500, 90_000), 1000, 0)).toBeUndefined();
  });
});
