import { describe, expect, it } from 'vitest';
import { privatePlan } from '../../../server/sessions/private-plan.js';
import { parseSessionWish } from '../../../server/sessions/session-wish.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { readScenario } from '../../../src/scenario/read-scenario.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import { encodeShared } from '../../../src/scenario/share-link.js';
import { streamedHere } from '../../support/streamed.js';
import { FakePatient } from '../../web/fake-patient.js';

const preset = 'transhumeral-tmr';
const presets = [{ name: preset, title: preset, description: '' }];
const own: object = JSON.parse(
  JSON.stringify({ ...presetByName(preset), preset: '', name: 'Own', seed: 31 }),
);

/** Whom a page that opens a link asks for: a session of its own, and in a browser. */
async function askedBy(hash: string): Promise<{ session: Scenario; here: Scenario }> {
  const { page } = await new FakePatient().greet({ presets });
  const wanted = await page.link.read(hash);
  const { plan } = privatePlan(
    { kind: 'patient', recordingsFolder: '', clock: 'real', scenario: presetByName('transfemoral-surface') },
    parseSessionWish(JSON.parse(JSON.stringify(wanted))),
  );
  if (plan.kind !== 'patient') throw new Error(`got a ${plan.kind}, expected a patient`);
  return {
    session: plan.scenario,
    here: readScenario(wanted && 'scenario' in wanted ? wanted.scenario : wanted),
  };
}

describe('pages that are opened by the same link', () => {
  it.each([
    ['a preset', { preset, patch: undefined }],
    ['a preset with changes', { preset, patch: { seed: 4711, limb: { fatThicknessMm: 6.25 } } }],
    ['a patient of one’s own', { preset: undefined, patch: undefined, scenario: { ...own } }],
  ])('ask for one and the same patient: %s', async (_name, state) => {
    const hash = await encodeShared({ view: 'lab', ...state });
    const [one, other] = [await askedBy(hash), await askedBy(hash)];
    expect(other).toEqual(one);
    expect(one.here).toEqual(one.session);
  });

  it('see the same raw samples at the same indices, bit for bit', { timeout: 120_000 }, async () => {
    const patch = { seed: 4711, limb: { fatThicknessMm: 6.25 } };
    const hash = await encodeShared({ view: 'lab', preset, patch });
    const asked = await askedBy(hash);
    const [one, other] = [
      await streamedHere(asked.session, ['raw'], 2000),
      await streamedHere(asked.here, ['raw'], 2000),
    ];
    const until = (frames: (typeof one)['raw']) => frames.filter(([index]) => index < 2000);
    expect(until(one.raw).length).toBeGreaterThan(20);
    expect(until(other.raw)).toEqual(until(one.raw));
    const clean = await streamedHere(preset, ['raw'], 2000);
    expect(until(clean.raw)).not.toEqual(until(one.raw));
  });
});
