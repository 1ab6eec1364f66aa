import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveTemplates } from '../../../../src/body/conductor/derive-templates.js';
import type { TemplateBank } from '../../../../src/body/conductor/template-bank.js';
import { ConfigError, ModelError } from '../../../../src/ground/signal/errors.js';
import type { BodyScenario } from '../../../../src/body/synthesis/body-scenario.js';
import {
  artefactFlags,
  Synthesizer,
  type SynthesisBlock,
  type SynthesizerOptions,
} from '../../../../src/body/synthesis/synthesizer.js';
import { delayTemplates, phasesFor } from '../../../../src/body/synthesis/kernel/phases.js';
import { eachStep, perSample } from '../../../../src/body/synthesis/truth.js';
import type { SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import { exactUser } from '../../../../src/body/intent/exact-user.js';
import { silentAmplifier, smallBody } from './small-body.js';

const everything = {
  mainsUv: 5,
  ecgUv: 30,
  motionUv: 200,
  motionPerMin: 60,
  impactUv: 300,
  frictionUv: 50,
  baselineUv: 80,
  liftOffPerMin: 20,
  intermittentPerMin: 60,
  bridgePercent: 30,
  acCouplingHz: 1,
  packetLossPercent: 2,
};

let bank: TemplateBank;
const make = (body: BodyScenario = smallBody(), options: SynthesizerOptions = {}): Synthesizer =>
  new Synthesizer(body, { templates: bank, ...options });

beforeAll(() => {
  const { anatomy, units, sampleRateHz, seed } = new Synthesizer(smallBody()).templateRequest();
  bank = deriveTemplates(anatomy, units, sampleRateHz, seed);
});

/** Label that holds at a sample of a block. */
function labelAt({ index, labels = [] }: SampleBlock, i: number): string {
  const step = labels.findLast((one) => one.index <= index + i);
  return `${step?.label} ${step?.strength}`;
}

/** Everything a stream delivers over `total` samples, cut into blocks of `length`, as rows and one hash. */
function stream(synthesizer: Synthesizer, total: number, length: number) {
  const { channels, muscleNames } = synthesizer;
  const rows = Array.from({ length: channels }, () => new Float32Array(total));
  const clean = rows.map(() => new Float32Array(total));
  const excitation = muscleNames.map(() => new Float32Array(total));
  const force = muscleNames.map(() => new Float32Array(total));
  const strength = new Float32Array(total);
  const movement = new Array<string>(total);
  const cue = new Array<string>(total);
  const labels: string[] = [];
  const flags = new Uint32Array(total);
  const discharges: string[] = [];
  for (let done = 0; done < total;) {
    const { signal, truth } = synthesizer.next(Math.min(length, total - done));
    expect(signal.index).toBe(done);
    expect(truth.index).toBe(done);
    const put = (into: Float32Array[], from: Float32Array): void =>
      into.forEach((row, r) => row.set(from.subarray(r * signal.length, (r + 1) * signal.length), done));
    put(rows, signal.data);
    put(clean, truth.clean);
    const { steps } = truth;
    put(excitation, perSample(truth, steps.excitation));
    put(force, perSample(truth, steps.force));
    put([strength], perSample(truth, steps.strength));
    eachStep(truth, (k, from, until) => {
      movement.fill(steps.movement[k], done + from, done + until);
      cue.fill(steps.cue[k], done + from, done + until);
      for (let i = from; i < until; i++) labels.push(labelAt(signal, i));
    });
    flags.set(truth.flags, done);
    for (let d = 0; d < truth.discharges.length; d += 3)
      discharges.push(`${done + truth.discharges[d + 2]} ${truth.discharges[d]} ${truth.discharges[d + 1]}`);
    done += signal.length;
  }
  discharges.sort();
  const hash = createHash('sha256');
  for (const row of [...rows, ...clean, ...excitation, ...force, strength, flags]) hash.update(row);
  for (const names of [discharges, movement, cue, labels]) hash.update(names.join());
  return {
    rows,
    clean,
    excitation,
    force,
    strength,
    movement,
    cue,
    labels,
    flags,
    discharges,
    hash: hash.digest('hex'),
  };
}

describe('Synthesizer', () => {
  it('gives the same bits for block lengths of 1, 7, 40 and 400, everything switched on', () => {
    const body = smallBody({ disturbances: everything, surgery: { neuromasLeft: 2 } });
    const [first, ...others] = [400, 40, 7, 1].map((length) => stream(make(body), 5000, length).hash);
    for (const hash of others) expect(hash).toBe(first);
  });

  it('gives other bits for another seed, and the same bits again for the same', () => {
    const hash = (seed: number): string => stream(make(smallBody({ seed })), 2000, 40).hash;
    expect(hash(11)).toBe(hash(11));
    expect(hash(12)).not.toBe(hash(11));
  });

  it('gives the same bits from the reference kernel', () => {
    const wasm = stream(make(smallBody(), { kernel: 'wasm' }), 3000, 40);
    const reference = stream(make(smallBody(), { kernel: 'reference' }), 3000, 40);
    expect(reference.hash).toBe(wasm.hash);
    expect(Math.max(...wasm.clean[0])).toBeGreaterThan(1e-5);
  });

  it('delivers the sum of clean EMG and disturbances', () => {
    const dials = {
      ...everything,
      liftOffPerMin: 0,
      intermittentPerMin: 0,
      packetLossPercent: 0,
      acCouplingHz: 0,
    };
    // Nothing that mixes channels, as a bridge and a shared reference do.
    const apart = { bridgePercent: 0, contactKohm: 0, referenceKohm: 0, rejectionDb: 200 };
    const disturbances = { ...dials, ...apart, resolutionBits: 24 };
    const active = stream(make(smallBody({ disturbances })), 4000, 40);
    const still = { style: 'rest', restingTonePercent: 0 };
    const rest = stream(make(smallBody({ disturbances, intent: still })), 4000, 40);
    let worst = 0;
    active.rows.forEach((row, c) =>
      row.forEach((x, i) => (worst = Math.max(worst, Math.abs(x - active.clean[c][i] - rest.rows[c][i])))),
    );
    expect(worst).toBeLessThan(3e-9);
    expect(rest.clean.every((row) => row.every((x) => x === 0))).toBe(true);
    expect(active.clean.every((row) => row.some((x) => x !== 0))).toBe(true);
  });

  it('has truth in step with the signal: discharges convolved with templates are the clean EMG', () => {
    const total = 3000;
    const { clean, discharges } = stream(make(), total, 37);
    const expected = clean.map(() => new Float64Array(total));
    const count = phasesFor(bank.data.byteLength);
    expect(count).toBe(4);
    const phases = Array.from({ length: count }, (_, phase) => {
      const delayed = new Float32Array(bank.data.length);
      delayTemplates(bank.data, bank.length, phase / count, delayed, (pair) => pair * bank.length);
      return delayed;
    });
    expect(discharges.some((line) => Number(line.split(' ')[0]) % 1 > 0)).toBe(true);
    for (const line of discharges) {
      const [at, muscle, within] = line.split(' ').map(Number);
      const unit = bank.muscleStart[muscle] + within;
      const nearest = Math.round(at * count);
      const first = Math.floor(nearest / count);
      const delayed = phases[nearest % count];
      for (let p = bank.unitStart[unit]; p < bank.unitStart[unit + 1]; p++)
        for (let i = 0; i < bank.length && first + i < total; i++)
          expected[bank.pairChannel[p]][first + i] += delayed[p * bank.length + i];
    }
    let worst = 0;
    clean.forEach((row, c) => row.forEach((x, i) => (worst = Math.max(worst, Math.abs(x - expected[c][i])))));
    expect(discharges.length).toBeGreaterThan(100);
    expect(worst).toBeLessThan(1e-9);
  });

  it('gives the clean EMG of each muscle where asked, adding up to the whole, without changing it', () => {
    const plain = stream(make(), 3000, 40);
    const synthesizer = make(smallBody(), { perMuscle: true });
    const { truth } = synthesizer.next(3000);
    const parts = truth.cleanPerMuscle ?? new Float32Array();
    expect(parts.length).toBe(2 * truth.clean.length);
    let worst = 0;
    truth.clean.forEach(
      (x, i) => (worst = Math.max(worst, Math.abs(x - parts[i] - parts[truth.clean.length + i]))),
    );
    expect(worst).toBeLessThan(1e-9);
    expect(truth.clean.subarray(0, 3000)).toEqual(plain.clean[0]);
    expect(make().next(40).truth.cleanPerMuscle).toBeUndefined();
  });

  it('says what is intended, and muscles follow it', () => {
    const synthesizer = make(smallBody({ disturbances: silentAmplifier, intent: exactUser }));
    synthesizer.intend([{ movement: 'elbow-flexion', strength: 0.4 }]);
    synthesizer.next(2000);
    const { truth } = synthesizer.next(1000);
    const { steps } = truth;
    expect(new Set(steps.movement)).toEqual(new Set(['elbow-flexion']));
    expect(steps.strength.every((strength) => Math.abs(strength - 0.4) < 1e-9)).toBe(true);
    const mean = (m: number): number => steps.force.slice(m * 50, (m + 1) * 50).reduce((a, b) => a + b) / 50;
    expect(mean(0)).toBeGreaterThan(0.25);
    expect(mean(1)).toBeLessThan(0.1);
    synthesizer.intend([]);
    synthesizer.next(2000);
    const after = synthesizer.next(400);
    expect(new Set(after.truth.steps.movement)).toEqual(new Set(['rest']));
    expect(after.truth.discharges.length).toBe(0);
    synthesizer.intend(null);
    for (const movement of synthesizer.next(400).truth.steps.movement)
      expect(['rest', 'elbow-flexion', 'elbow-extension']).toContain(movement);
  });

  it('stays silent under a nerve block but for noise', () => {
    const { clean, rows } = stream(make(smallBody({ surgery: { nerveBlock: true } })), 4000, 400);
    expect(clean.every((row) => row.every((x) => x === 0))).toBe(true);
    expect(rows[0].some((x) => x !== 0)).toBe(true);
  });

  it('holds no more memory after a minute than after a second', () => {
    const synthesizer = make();
    synthesizer.next(2000);
    const { bytes } = synthesizer;
    const sizes = (value: unknown, seen = new Set<unknown>()): number => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
      seen.add(value);
      if (ArrayBuffer.isView(value)) return value.byteLength;
      if (value instanceof Map)
        return value.size + [...value.values()].reduce((n, v) => n + sizes(v, seen), 0);
      return Object.values(value).reduce((n: number, v: unknown) => n + 8 + sizes(v, seen), 0);
    };
    synthesizer.next(20000);
    const before = sizes(synthesizer);
    for (let n = 0; n < 60; n++) synthesizer.next(2000);
    expect(synthesizer.bytes).toBe(bytes);
    expect(Math.abs(sizes(synthesizer) - before)).toBeLessThan(2000);
  });

  it('works at the ends of the range of sample rates, with nothing to warn of', () => {
    for (const sampleRateHz of [1000, 2048, 10000]) {
      const synthesizer = new Synthesizer(smallBody({ sampleRateHz }));
      synthesizer.intend([{ movement: 'elbow-flexion', strength: 0.5 }]);
      const { signal, truth } = synthesizer.next(sampleRateHz);
      expect(signal.sampleRateHz).toBe(sampleRateHz);
      expect(signal.data.every(Number.isFinite)).toBe(true);
      const rms = Math.sqrt(truth.clean.slice(0, sampleRateHz).reduce((s, x) => s + x * x, 0) / sampleRateHz);
      expect(rms).toBeGreaterThan(1e-5);
      expect(rms).toBeLessThan(2e-3);
      expect(synthesizer.warnings).toEqual([]);
    }
  });
});

describe('Synthesizer refuses', () => {
  it.each([
    [{ seed: NaN }, /seed/],
    [{ sampleRateHz: 100 }, /sampleRateHz: got 100/],
    [{ sampleRateHz: 1e9 }, /sampleRateHz/],
    [{ disturbances: { noiseUv: NaN } }, /disturbances.noiseUv: got NaN/],
    [{ disturbances: { noiseUv: Infinity } }, /noiseUv/],
    [{ disturbances: { mainsHz: 400 } }, /within \[45, 65\]/],
    [{ disturbances: { packetLossPercent: -1 } }, /packetLossPercent/],
    [{ disturbances: { noizeUv: 1 } }, /unknown field disturbances.noizeUv/],
    [{ muscles: [] }, /muscles/],
  ])('%j', (part, message) => {
    const make = (): Synthesizer => new Synthesizer({ ...smallBody(), ...(part as object) });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(message);
  });

  it('block lengths that are none, live intent that means nothing, and templates of another body', () => {
    const synthesizer = make();
    for (const length of [0, -1, 1.5, NaN]) expect(() => synthesizer.next(length)).toThrow(ConfigError);
    for (const strength of [NaN, -0.1, 2])
      expect(() => synthesizer.intend([{ movement: 'hand-close', strength }])).toThrow(ConfigError);
    expect(() => synthesizer.adoptTemplates({ ...bank, channels: 5 })).toThrow(ModelError);
    expect(() => make(smallBody({ sampleRateHz: 1000 }))).toThrow(/2000 samples per second instead of 1000/);
    expect(synthesizer.next(40).signal.index).toBe(0);
  });

  it('survives every dial at its extremes', () => {
    const extremes = Object.fromEntries(
      Object.keys(everything).map((key) => [
        key,
        key.endsWith('Percent') ? 50 : key.endsWith('PerMin') ? 60 : 50,
      ]),
    );
    const { data } = make(smallBody({ disturbances: { ...extremes, offsetUv: 1e5, rangeMv: 0.1 } })).next(
      4000,
    ).signal;
    expect(data.every((x) => Number.isNaN(x) || Math.abs(x) <= 1.0001e-4)).toBe(true);
  });
});

describe('Synthesizer, changed while it runs', () => {
  it('applies a dial at the next quantum without touching anything else', () => {
    const plain = stream(make(smallBody()), 4000, 40);
    const synthesizer = make(smallBody());
    const blocks: SynthesisBlock[] = [];
    for (let n = 0; n < 100; n++) {
      if (n === 50)
        expect(synthesizer.update(smallBody({ disturbances: { mainsUv: 2, ecgUv: 500 } }))).toBe('block');
      blocks.push(synthesizer.next(40));
    }
    const clean = Float32Array.from(blocks.flatMap(({ truth }) => [...truth.clean.subarray(0, 40)]));
    const signal = Float32Array.from(blocks.flatMap(({ signal }) => [...signal.data.subarray(0, 40)]));
    expect(clean).toEqual(plain.clean[0]);
    expect(signal.subarray(0, 2000)).toEqual(plain.rows[0].subarray(0, 2000));
    expect(Math.max(...signal.subarray(2000).map((x, i) => x - plain.rows[0][2000 + i]))).toBeGreaterThan(
      2e-4,
    );
    expect(synthesizer.index).toBe(4000);
  });

  it('says when new templates are due, and crosses over without a click', () => {
    const body = smallBody({ disturbances: silentAmplifier });
    const fatter = smallBody({ disturbances: silentAmplifier, limb: { fatThicknessMm: 8 } });
    const synthesizer = make(body, { rederive: 'host' });
    synthesizer.intend([{ movement: 'elbow-flexion', strength: 0.5 }]);
    synthesizer.next(2000);
    expect(synthesizer.templatesStale).toBe(false);
    expect(synthesizer.update(fatter)).toBe('templates');
    expect(synthesizer.templatesStale).toBe(true);
    expect(synthesizer.update(fatter)).toBe('templates');
    const request = structuredClone(synthesizer.templateRequest());
    const derived = deriveTemplates(request.anatomy, request.units, request.sampleRateHz, request.seed);
    synthesizer.adoptTemplates(structuredClone(derived));
    expect(synthesizer.templatesStale).toBe(false);
    const { signal, truth } = synthesizer.next(4000);
    expect(signal.index).toBe(2000);
    const faded = truth.flags.filter((flag) => flag & artefactFlags.crossFade).length;
    expect(faded).toBe(100);
    const last = truth.flags.lastIndexOf(artefactFlags.crossFade);
    // A click would be a step larger than any of the signal's own before.
    const before = make(body);
    before.intend([{ movement: 'elbow-flexion', strength: 0.5 }]);
    const own = before.next(6000).signal.data;
    const steepest = (x: Float32Array, from: number, to: number): number => {
      let most = 0;
      for (let i = from + 1; i < to; i++) most = Math.max(most, Math.abs(x[i] - x[i - 1]));
      return most;
    };
    expect(steepest(signal.data, 0, last + 100)).toBeLessThanOrEqual(steepest(own, 0, 6000));
    const rms = (x: Float32Array): number => Math.sqrt(x.reduce((s, v) => s + v * v, 0) / x.length);
    expect(rms(signal.data.subarray(last + 1, 4000))).toBeLessThan(0.7 * rms(own.subarray(2000, 6000)));
    expect(rms(signal.data.subarray(last + 1, 4000))).toBeGreaterThan(0);
  });

  it('stays stale while a newer change has no templates yet', () => {
    const synthesizer = make(smallBody(), { rederive: 'host' });
    synthesizer.update(smallBody({ limb: { fatThicknessMm: 8 } }));
    const { anatomy, units, sampleRateHz, seed } = synthesizer.templateRequest();
    synthesizer.update(smallBody({ limb: { fatThicknessMm: 9 } }));
    synthesizer.adoptTemplates(deriveTemplates(anatomy, units, sampleRateHz, seed));
    expect(synthesizer.templatesStale).toBe(true);
  });

  it('derives by itself unless told otherwise', () => {
    const synthesizer = make();
    synthesizer.next(400);
    expect(
      synthesizer.update(smallBody({ electrodes: { ...smallBody().electrodes, shiftAroundMm: 10 } })),
    ).toBe('templates');
    expect(synthesizer.templatesStale).toBe(false);
    const { truth } = synthesizer.next(1000);
    expect(truth.flags.some((flag) => flag & artefactFlags.crossFade)).toBe(true);
  });

  it('follows a fatter limb with the same bits in blocks of any length', () => {
    const hashes = [40, 333].map((length) => {
      const synthesizer = make();
      const before = stream(synthesizer, 1000, length).hash;
      expect(synthesizer.update(smallBody({ limb: { fatThicknessMm: 8 } }))).toBe('templates');
      const { signal, truth } = synthesizer.next(1200);
      expect(truth.flags.filter((flag) => flag & artefactFlags.crossFade)).toHaveLength(100);
      return [before, createHash('sha256').update(signal.data).digest('hex')];
    });
    expect(hashes[0]).toEqual(hashes[1]);
  });

  it('asks for a new one where the body or the person is another, and goes on as before', () => {
    const synthesizer = make();
    const plain = stream(make(), 800, 40);
    synthesizer.next(400);
    expect(synthesizer.update(smallBody({ seed: 5 }))).toBe('person');
    expect(synthesizer.update(smallBody({ sampleRateHz: 1000 }))).toBe('person');
    expect(synthesizer.update(smallBody({ muscles: smallBody().muscles.slice(1) }))).toBe('person');
    const fewer = smallBody().muscles.map((muscle) => ({ ...muscle, unitCount: 7 }));
    expect(synthesizer.update(smallBody({ muscles: fewer }))).toBe('body');
    expect(() => synthesizer.update({ ...smallBody(), seed: -1 })).toThrow(ConfigError);
    expect(synthesizer.next(400).signal.data.subarray(0, 400)).toEqual(plain.rows[0].subarray(400, 800));
    expect(synthesizer.update(smallBody())).toBe('block');
  });

  it('notices fatigue, at the same sample in blocks of any length', () => {
    const body = smallBody({ motorUnits: { fatigue: true, velocityDeclineTimeS: 8 } });
    const waiting = make(body, { rederive: 'host' });
    waiting.intend([{ movement: 'elbow-flexion', strength: 0.8 }]);
    waiting.next(3900);
    expect(waiting.templatesStale).toBe(false);
    waiting.next(8000);
    expect(waiting.templatesStale).toBe(true);
    const hashes = [40, 333].map((length) => {
      const inline = make(body);
      inline.intend([{ movement: 'elbow-flexion', strength: 0.8 }]);
      const { hash, flags } = stream(inline, 9000, length);
      expect(flags.some((flag) => flag & artefactFlags.crossFade)).toBe(true);
      return hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });
});
