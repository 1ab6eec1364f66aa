import { describe, expect, it } from 'vitest';
import { privatePlan } from '../../../server/sessions/private-plan.js';
import type { PatientPlan, ReplayPlan } from '../../../server/sessions/session-plan.js';
import { parseSessionWish } from '../../../server/sessions/session-wish.js';
import { createBlock } from '../../../src/ground/signal/sample-block.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { smallScenario } from '../../support/small-scenario.js';

const base: PatientPlan = {
  kind: 'patient',
  clock: 'real',
  recordingsFolder: 'here',
  scenario: smallScenario(),
  decoderFile: 'decoder.json',
  classifier: { reference: { type: 'onnx', text: 'm.onnx', path: 'm.onnx' }, timeoutMs: 100 },
};
const replay: ReplayPlan = {
  kind: 'replay',
  clock: 'real',
  recordingsFolder: 'here',
  recording: { name: 'one', found: '', counts: '', notes: [] },
  played: [{ label: 'rest', signal: createBlock(0, 1000, 1, 10) }],
  training: [],
  spec: smallScenario().decoder,
  channelNames: ['a'],
};
const planOf = (wish: unknown, of: PatientPlan | ReplayPlan = base) =>
  privatePlan(of, parseSessionWish(wish));

describe('what a session of one’s own is made of', () => {
  it('is what the service was started with, where nothing is wished', () => {
    const { plan, notes } = planOf({});
    expect(plan).toMatchObject({ ...base, clock: 'real' });
    expect(notes).toEqual([]);
    expect(planOf({ clock: 'stepped' }, replay).plan).toMatchObject({ ...replay, clock: 'stepped' });
  });

  it('is another person with a decoder of their own, where one is named', () => {
    const { plan } = planOf({ preset: 'transhumeral-tmr', set: { seed: 7 } }, replay);
    expect(plan).toMatchObject({
      kind: 'patient',
      scenario: { ...presetByName('transhumeral-tmr'), seed: 7 },
    });
    const other = planOf({ scenario: { preset: 'transhumeral-tmr', seed: 8 } }).plan;
    expect(other).toMatchObject({ scenario: { preset: 'transhumeral-tmr', seed: 8 } });
    expect(other).not.toHaveProperty('decoderFile');
    expect(other).not.toHaveProperty('classifier');
  });

  it('has no process that connects, which only one session can have, and says so', () => {
    const classifier = { reference: { type: 'process', text: 'ws', port: 8091 }, timeoutMs: 100 } as const;
    const { plan, notes } = planOf({}, { ...base, classifier });
    expect(plan).not.toHaveProperty('classifier');
    expect(notes).toEqual([expect.stringContaining('port 8091')]);
  });

  it.each([
    [{ preset: 'nobody' }, base, 'preset'],
    [{ set: { limb: { fatThicknessMm: -1 } } }, base, 'limb.fatThicknessMm'],
    [{ set: { limb: { fatThicknessMm: 5 } } }, replay, 'set'],
    [{ preset: 'transhumeral-tmr', scenario: {} }, base, 'preset'],
    [{ clock: 'atomic' }, base, 'clock'],
    [{ presets: [] }, base, 'message'],
    [[], base, 'message'],
    [null, base, 'message'],
  ])('cannot be %j', (wish, of, field) => {
    expect(() => planOf(wish, of)).toThrow(
      expect.objectContaining({ field, hint: expect.stringMatching(/./) }),
    );
  });
});
