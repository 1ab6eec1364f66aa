import { describe, expect, it } from 'vitest';
import { muscleFields } from '../../../../../src/body/anatomy/muscle.js';
import { surgeryFields } from '../../../../../src/body/anatomy/surgery.js';
import type { Field } from '../../../../../src/ground/signal/field.js';
import { artefactFlags } from '../../../../../src/body/synthesis/synthesizer.js';
import { dialBody, type Patch } from './dial-body.js';
import { bend, flagged, mean, measure, peak, rms, type Measured, type Protocol } from './measure.js';

const idle: Protocol = { effort: [], skip: 0, seconds: 4 };
const amplitude = (m: Measured): number => rms(m.clean[0]);
const effort = (m: Measured): number => mean(m.excitation[0]);
const operated = (surgery: Patch, more: Patch = {}): Patch => ({ surgery, ...more });
const after = (daysSinceSurgery: number, more: Patch = {}): Patch => operated({ daysSinceSurgery, ...more });
const built = (construct: string, more: Patch = {}): Patch => ({
  muscles: [
    { name: 'flexor', widthDeg: 60, unitCount: 40, construct, drives: { 'elbow-flexion': 1 }, ...more },
  ],
});
const over = <T>(values: readonly T[], patch: (value: T) => Patch, protocol?: Protocol): Measured[] =>
  values.map((value) => measure(dialBody(patch(value)), protocol));

function expectRising(values: readonly number[]): void {
  values.slice(1).forEach((value, i) => expect(value, values.join(', ')).toBeGreaterThan(values[i]));
}

/** The word that must stand where nothing was measured. */
const grounded = (field: Pick<Field, 'source' | 'assumption'>): boolean =>
  field.source !== undefined || field.assumption === true;

describe('every field of the operation', () => {
  it('names its source or says that it is assumed', () => {
    for (const [name, field] of Object.entries(surgeryFields)) expect(grounded(field), name).toBe(true);
    for (const name of ['fixation', 'tension', 'cut', 'construct', 'drives'] as const)
      expect(grounded(muscleFields[name]), name).toBe(true);
  });

  it('says assumed where only a direction is known', () => {
    const { neuromasLeft, anchor, daysSinceSurgery, pressFitStability, stomaFriction } = surgeryFields;
    for (const field of [neuromasLeft, anchor, daysSinceSurgery, pressFitStability, stomaFriction])
      expect(field.assumption).toBe(true);
    for (const name of ['fixation', 'tension', 'construct', 'drives'] as const)
      expect(muscleFields[name].assumption).toBe(true);
  });
});

describe('a nerve block', () => {
  const disturbances = { noiseUv: 4, mainsUv: 6, ecgUv: 40, motionUv: 300, motionPerMin: 60, baselineUv: 90 };

  it('leaves exactly what a resting user’s electrodes deliver, down to the last artefact', () => {
    const blocked = measure(dialBody({ disturbances, surgery: { nerveBlock: true } }));
    const resting = measure(dialBody({ disturbances }), { effort: [] });
    expect(blocked.rows).toEqual(resting.rows);
    expect(blocked.flags).toEqual(resting.flags);
    expect(blocked.clean.every((row) => row.every((x) => x === 0))).toBe(true);
    expect(blocked.discharges).toEqual([]);
    expect(rms(blocked.rows[0])).toBeGreaterThan(2e-5);
  });

  it('silences tone, load and guarding too', () => {
    const intent = { restingTonePercent: 5, loadPercent: 20, coContractionPercent: 30 };
    const pain = { nerveBlock: true, neuromasLeft: 4 };
    expect(measure(dialBody({ intent, surgery: pain }), { seconds: 4 }).discharges).toEqual([]);
  });
});

describe('neuromas', () => {
  const counts = [0, 1, 2, 4];

  it('guard: the antagonist joins the effort, the more the more there are', () => {
    const ratios = over(counts, (neuromasLeft) => operated({ neuromasLeft })).map(
      ({ force }) => mean(force[1]) / mean(force[0]),
    );
    expect(ratios[0]).toBe(0);
    expectRising(ratios);
    expect(ratios[3]).toBeGreaterThan(0.2);
  });

  it('burst at rest, irregularly, with pauses in between', () => {
    const found = over(counts, (neuromasLeft) => operated({ neuromasLeft }), { ...idle, seconds: 20 });
    expect(found[0].discharges).toEqual([]);
    expectRising(found.slice(1).map((m) => rms(m.clean[0])));
    const active = found[3].excitation[0].filter((x) => x > 0).length / found[3].excitation[0].length;
    expect(active).toBeGreaterThan(0.05);
    expect(active).toBeLessThan(0.7);
  });
});

describe('fixation, tension and atrophy', () => {
  it('give the more signal and force the better the suture holds', () => {
    const qualities = [0, 0.5, 1];
    expectRising(over(qualities, (fixation) => operated({ fixation })).map(amplitude));
    const carrying = (fixation: number): Patch => ({ surgery: { fixation }, intent: { loadPercent: 15 } });
    expectRising(over(qualities, carrying, { effort: [] }).map((m) => -effort(m)));
  });

  it('give most force at rest length', () => {
    const carrying = (tension: number): Patch => ({
      ...built('none', { tension }),
      intent: { loadPercent: 15 },
    });
    const [slack, right, tight] = over([0.7, 1, 1.4], carrying, { effort: [] }).map(effort);
    expect(slack).toBeGreaterThan(1.1 * right);
    expect(tight).toBeGreaterThan(1.1 * right);
  });

  it('take 40 to 60 % of the cross-section of a cut muscle without suture, and some of its signal', () => {
    const course = [0, 90, 365, 1500].map((days) =>
      after(days, { fixation: 0, swellingMm: 0, activationLoss: 0 }),
    );
    expectRising(over(course, (patch) => patch).map((m) => -amplitude(m)));
  });
});

describe('the days since surgery', () => {
  const days = [0, 7, 21, 60, 180];

  it('bring voluntary activation back', () => {
    const efforts = over(days, (day) => after(day)).map(effort);
    expectRising(efforts);
    expect(efforts[0]).toBeLessThan(0.8 * efforts[4]);
  });

  it('take swelling away: amplitude rises though muscles waste', () => {
    expectRising(over(days.slice(0, 4), (day) => after(day, { activationLoss: 0 })).map(amplitude));
  });

  it('let wounds heal under skin contacts, not under implanted ones', () => {
    const hum = { mainsUv: 100, mainsHarmonicsPercent: 0, mainsModulationPercent: 0 };
    const level = (type: string): number[] =>
      over(days, (day) => ({ ...after(day), disturbances: hum, electrodes: { type } }), idle).map((m) =>
        rms(m.rows[0]),
      );
    const skin = level('surface');
    expectRising(skin.map((x) => -x));
    expect(skin[0] / skin[4]).toBeCloseTo(1.5, 1);
    expect(new Set(level('epimysial')).size).toBe(1);
  });
});

describe('nerve constructs', () => {
  const at = (day: number, construct: string): Measured =>
    measure(dialBody({ ...built(construct), ...after(day) }));

  it('TMR and RPNI are silent at first and reinnervated within months', () => {
    for (const construct of ['TMR', 'RPNI']) {
      expect(at(10, construct).discharges).toEqual([]);
      const units = [60, 100, 140, 700].map((day) => at(day, construct).synthesizer.unitCounts[0]);
      expectRising(units);
      expect(units[3]).toBe(construct === 'TMR' ? 36 : 20);
    }
    expect(at(10, 'none').discharges.length).toBeGreaterThan(100);
    expect(at(10, 'AMI').discharges.length).toBeGreaterThan(100);
  });

  it('TMR lets the lost hand’s intent reach the muscle', () => {
    const close: Protocol = { effort: [{ movement: 'hand-close', strength: 0.4 }] };
    const own = measure(dialBody(built('none')), close);
    const transferred = measure(dialBody(built('TMR', { drives: { 'hand-close': 1 } })), close);
    expect(own.discharges).toEqual([]);
    expect(amplitude(transferred)).toBeGreaterThan(2e-5);
  });

  it('RPNI gives a small signal that stays for years', () => {
    const years = [3, 6].map((year) =>
      measure(dialBody({ ...built('RPNI'), ...after(365 * year), electrodes: { type: 'epimysial' } }), {
        seconds: 2,
      }),
    );
    const [three, six] = years.map(amplitude);
    expect(six / three).toBeCloseTo(1, 1);
    expect(three).toBeLessThan(
      amplitude(
        measure(dialBody({ ...built('none'), ...after(1095), electrodes: { type: 'epimysial' } }), {
          seconds: 2,
        }),
      ),
    );
  });

  it('AMI spares bulk and activation', () => {
    expect(amplitude(at(1500, 'AMI'))).toBeGreaterThan(1.02 * amplitude(at(1500, 'none')));
    expect(effort(at(5, 'AMI'))).toBeGreaterThan(1.1 * effort(at(5, 'none')));
  });
});

describe('socket and bone anchor', () => {
  const moving = {
    motionUv: 500,
    motionPerMin: 60,
    impactUv: 500,
    frictionUv: 200,
    cadencePerMin: 60,
  };
  const walk = (surgery: Patch, type = 'surface', dials: Patch = moving): Measured =>
    measure(dialBody({ surgery, disturbances: dials, electrodes: { type } }), { ...idle, seconds: 8 });

  it('a socket moves and presses skin electrodes more, in each way', () => {
    for (const name of ['motionUv', 'impactUv', 'frictionUv'] as const) {
      const only = { ...moving, motionUv: 0, impactUv: 0, frictionUv: 0, [name]: moving[name] };
      const [bone, socket] = ['bone', 'socket'].map((anchor) =>
        rms(walk({ anchor }, 'surface', only).rows[0]),
      );
      expect(bone, name).toBeGreaterThan(0);
      expect(socket, name).toBeGreaterThan(1.5 * bone);
    }
  });

  it('a loose press-fit shakes the electrodes, a stable one lets a tenth through', () => {
    const only = { impactUv: 500, cadencePerMin: 60 };
    const peaks = [1, 0.5, 0].map((pressFitStability) =>
      peak(walk({ pressFitStability }, 'surface', only).rows[0]),
    );
    expectRising(peaks);
    expect(peaks[2] / peaks[0]).toBeCloseTo(10, 1);
    expect(flagged(walk({}, 'surface', only), artefactFlags.impact).times).toBeGreaterThan(5);
  });

  it('press-fit and stoma mean nothing in a socket', () => {
    const socket = walk({ anchor: 'socket' });
    expect(walk({ anchor: 'socket', pressFitStability: 0, stomaFriction: 1 }).rows).toEqual(socket.rows);
  });

  it('implanted electrodes hardly notice any of it', () => {
    for (const anchor of ['bone', 'socket']) {
      const [skin, inside] = ['surface', 'epimysial'].map((type) => rms(walk({ anchor }, type).rows[0]));
      expect(inside).toBeCloseTo(0.1 * skin, 6);
    }
  });

  it('neither changes what the muscles themselves give', () => {
    for (const type of ['surface', 'epimysial']) {
      const [bone, socket] = ['bone', 'socket'].map((anchor) =>
        measure(dialBody({ surgery: { anchor }, electrodes: { type }, disturbances: moving }), {
          effort: bend(0.3),
        }),
      );
      expect(socket.clean).toEqual(bone.clean);
    }
  });
});
