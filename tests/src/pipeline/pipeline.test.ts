import { from, lastValueFrom, map, of, share, toArray, VirtualTimeScheduler, type Observable } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import { calibrate, type Calibration } from '../../../src/patient/calibrate.js';
import { asFastAsPossible, realTime } from '../../../src/pipeline/clock.js';
import { actuated } from '../../../src/pipeline/operators/actuated.js';
import { classified } from '../../../src/pipeline/operators/classified.js';
import { commanded } from '../../../src/pipeline/operators/commanded.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { featured } from '../../../src/pipeline/operators/featured.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { labelled } from '../../../src/pipeline/operators/labelled.js';
import { smoothed } from '../../../src/pipeline/operators/smoothed.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import { synthesize } from '../../../src/pipeline/simulated.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import type { Scenario } from '../../../src/scenario/scenario.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';

let scenario: Scenario;
let calibration: Calibration;

beforeAll(() => {
  scenario = presetByName('transfemoral-surface', {
    calibration: { movements: ['rest', 'knee-flexion', 'knee-extension'], repetitions: 3, holdMs: 1500 },
    intent: { movements: ['knee-flexion', 'knee-extension'], strengthPercent: 50 },
  });
  calibration = calibrate(scenario);
});

const all = <T>(stream: Observable<T>): Promise<T[]> => lastValueFrom(stream.pipe(toArray()));

/** The whole chain as one sentence: which movement was commanded at which sample. */
function commands(blocks: Observable<SampleBlock>): Observable<string> {
  const { decoder } = calibration;
  return blocks.pipe(
    filtered(decoder),
    windowed(decoder),
    decoded(decoder),
    commanded(scenario.prosthesis),
    map(({ index, movement }) => `${index} ${movement}`),
  );
}

describe('calibrate', () => {
  it('learns from every prompt and measures on repetitions it did not learn from', () => {
    expect(calibration.recordings).toHaveLength(9);
    expect(calibration.report.accuracy).toBeGreaterThan(0.8);
    expect([...calibration.decoder.classes].sort()).toEqual(['knee-extension', 'knee-flexion', 'rest']);
  });

  it('gives the same decoder for the same scenario', () => {
    expect(JSON.stringify(calibrate(scenario).decoder)).toBe(JSON.stringify(calibration.decoder));
  });

  it('takes a classifier of one’s own', () => {
    let made = 0;
    const classifier = (): Lda => {
      made++;
      return new Lda({ shrinkage: 0.3 });
    };
    const own = calibrate(scenario, { extensions: { classifier } });
    expect(made).toBeGreaterThan(1);
    expect(own.report.accuracy).toBeGreaterThan(0.8);
  });
});

describe('the pipeline', () => {
  it('follows the intent', async () => {
    const seen = await all(commands(synthesize(scenario, asFastAsPossible(400))));
    // 8 s: flexion is prompted from 1 s, extension from 5.5 s; each is held for 2 s.
    const at = (seconds: number): string =>
      seen.find((line) => Number(line.split(' ')[0]) >= seconds * 2000)?.split(' ')[1] ?? '';
    expect(at(0.8)).toBe('rest');
    expect(at(2.6)).toBe('knee-flexion');
    expect(at(7.2)).toBe('knee-extension');
  });

  it('is the same live, in batches of any length, in one block and in virtual time', async () => {
    const seconds = 3;
    const fast = await all(commands(synthesize(scenario, asFastAsPossible(seconds * 50))));
    const small = await all(commands(synthesize(scenario, asFastAsPossible(seconds * 50, 4))));
    const whole = await all(commands(synthesize(scenario, asFastAsPossible(1), seconds * 1000)));
    const scheduler = new VirtualTimeScheduler(undefined, seconds * 1000);
    const seen: string[] = [];
    commands(synthesize(scenario, realTime({ scheduler }))).subscribe((line) => seen.push(line));
    scheduler.flush();
    expect(small).toEqual(fast);
    expect(whole).toEqual(fast);
    expect(seen.length).toBeGreaterThan(40);
    expect(fast.slice(0, seen.length)).toEqual(seen);
  });

  it('does not depend on the length of blocks', async () => {
    const long = await all(commands(synthesize(scenario, asFastAsPossible(30), 100)));
    const short = await all(commands(synthesize(scenario, asFastAsPossible(1500), 2)));
    expect(short).toEqual(long);
  });

  it('starts anew with every subscription, also while another runs', async () => {
    const chain = commands(synthesize(scenario, asFastAsPossible(60)));
    const [a, b] = await Promise.all([all(chain), all(chain)]);
    expect(a).toEqual(b);
    expect(await all(chain)).toEqual(a);
  });

  it('gives everything to every subscriber of a shared signal', async () => {
    const shared = synthesize(scenario, asFastAsPossible(60)).pipe(share());
    const [blocks, seen] = await Promise.all([all(shared), all(commands(shared))]);
    expect(blocks).toHaveLength(60);
    expect(seen).toEqual(await all(commands(from(blocks))));
  });

  it('says what is missing', () => {
    expect(() => synthesize(undefined as never, asFastAsPossible(1))).toThrow(/expected a scenario/);
    expect(() => synthesize(scenario, undefined as never)).toThrow(ConfigError);
  });

  it('gives labelled windows in one line', async () => {
    const { decoder } = calibration;
    const windows = await all(
      synthesize(scenario, asFastAsPossible(400)).pipe(filtered(decoder), windowed(decoder), labelled()),
    );
    const labels = new Set(windows.map(({ label }) => label));
    expect(labels).toEqual(new Set(['rest', 'knee-flexion', 'knee-extension']));
  });

  it('runs features, a classifier of one’s own and a vote, step by step', async () => {
    const { decoder } = calibration;
    const chain = (block: SampleBlock) =>
      of(block).pipe(filtered(decoder), windowed(decoder), featured('HTD'));
    const x: Float64Array[] = [];
    const labels: string[] = [];
    for (const { label, signal } of calibration.recordings)
      chain(signal).subscribe(({ values }) => {
        x.push(values);
        labels.push(label);
      });
    const own = new Lda().fit(x, labels);
    const test = calibration.recordings.find(({ label }) => label === 'knee-flexion');
    if (!test) throw new Error('knee flexion was not recorded');
    const decisions = await all(
      chain(test.signal).pipe(
        classified(own),
        smoothed({ classes: own.classes, smoothing: { majorityVotes: 5 } }),
        commanded(),
      ),
    );
    expect(decisions.length).toBeGreaterThan(10);
    const right = decisions.filter(({ movement }) => movement === 'knee-flexion');
    expect(right.length / decisions.length).toBeGreaterThan(0.9);
  });

  it('moves the joint that was meant', async () => {
    const { decoder } = calibration;
    const { prosthesis, sampleRateHz } = scenario;
    const a = { prosthesis, joints: 'leg', sampleRateHz } as const;
    const states = await all(
      synthesize(scenario, asFastAsPossible(200)).pipe(
        filtered(decoder),
        windowed(decoder),
        decoded(decoder),
        commanded(prosthesis),
        actuated(a),
      ),
    );
    expect(Math.max(...states.map(({ positions }) => positions.knee ?? 0))).toBeGreaterThan(5);
  });
});
