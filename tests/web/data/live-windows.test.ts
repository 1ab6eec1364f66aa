import { describe, expect, it } from 'vitest';
import { liveDecision, liveIntent } from '../../../web/data/live-decision.js';
import type { ShownStretch } from '../../../web/data/live-windows.js';
import { FakePatient } from '../fake-patient.js';

/** One column of decisions for a window that ends at `index`, decided as class 2. */
const decide = (patient: FakePatient, index: number): void =>
  patient.frame('decisions', index, [[0.1], [0.2], [0.7], [1], [2], [0.7], [0], [0.5], [180]]);

/** Truth from `from` on: 100 columns of 10 samples with one movement. */
const intend = (patient: FakePatient, from: number, movement: number): void => {
  const row = (value: number): number[] => new Array<number>(100).fill(value);
  patient.frame('truth', from, [movement, 0.4, movement, 0, 0, 0].map(row));
};

describe('windows seen live', () => {
  it('are labelled by the intent at the middle of the whole window', async () => {
    const patient = await new FakePatient().greet();
    intend(patient, 0, 0);
    intend(patient, 1000, 1);
    // The windows end at 1090 and 1150; their middles are at 990, in rest, and at 1050, in hand-open.
    for (const end of [1090, 1150]) {
      patient.frame('features', end, [[0.3], [0.4]]);
      decide(patient, end);
    }
    const { windows } = patient.page;
    windows.clear();
    expect(windows.windows).toEqual([]);
    for (const end of [1090, 1150]) {
      patient.frame('features', end, [[0.3], [0.5]]);
      decide(patient, end);
      windows.collect();
    }
    expect(windows.windows.map(({ end, label, decided }) => [end, label, decided])).toEqual([
      [1090, 'rest', 'hand-close'],
      [1150, 'hand-open', 'hand-close'],
    ]);
    expect([...(windows.windows[0]?.values ?? [])]).toEqual([Math.fround(0.3), 0.5]);
  });

  it('wait for their decision', async () => {
    const patient = await new FakePatient().greet();
    const { windows } = patient.page;
    windows.collect();
    decide(patient, 1000);
    patient.frame('features', 1050, [[0.3], [0.4]]);
    windows.collect();
    expect(windows.windows).toEqual([]);
    decide(patient, 1050);
    windows.collect();
    expect(windows.windows.map(({ end }) => end)).toEqual([1050]);
  });

  it('are steady once the intent has lasted half a second and the window', async () => {
    const patient = await new FakePatient().greet();
    const { windows } = patient.page;
    windows.collect();
    intend(patient, 0, 1);
    intend(patient, 1000, 1);
    for (const end of [1000, 1650, 1700]) {
      patient.frame('features', end, [[0.3], [0.4]]);
      decide(patient, end);
      windows.collect();
    }
    expect(windows.windows.map(({ steady }) => steady)).toEqual([false, false, true]);
  });

  it('ask for the whole of themselves to be shown', async () => {
    const { page } = await new FakePatient().greet();
    const asked: ShownStretch[] = [];
    const stop = page.windows.onShow((stretch) => asked.push(stretch));
    const window = { end: 1200, label: '', steady: true, decided: '', values: new Float64Array(0) };
    page.windows.show(window);
    stop();
    page.windows.show(window);
    expect(asked).toEqual([{ from: 1000, to: 1200 }]);
  });
});

describe('what is intended and decided now', () => {
  it('is read from the streams', async () => {
    const patient = await new FakePatient().greet();
    expect(liveDecision(patient.page.store)).toBeUndefined();
    decide(patient, 1000);
    expect(liveDecision(patient.page.store)).toEqual({
      movement: 'hand-close',
      confidence: Math.fround(0.7),
      speed: 0.5,
    });
    intend(patient, 0, 1);
    expect(liveIntent(patient.page.store)).toMatchObject({ movement: 'hand-open', cue: 'hand-open' });
  });

  it('is what the patient says where there is no truth', async () => {
    const patient = await new FakePatient().greet();
    patient.say({ op: 'intent', who: 'person', activations: [{ movement: 'hand-open', strength: 0.2 }] });
    expect(liveIntent(patient.page.store)).toEqual({ movement: 'hand-open', strength: 0.2, cue: '' });
  });
});
