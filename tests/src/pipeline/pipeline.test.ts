import { lastValueFrom, map, of, toArray, VirtualTimeScheduler, type Observable } from 'rxjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { filterSpecs } from '../../../src/decoder/filters/filter-fields.js';
import { Lda } from '../../../src/decoder/classifiers/lda.js';
import { calibrate, type Calibration } from '../../../src/patient/calibrate.js';
import { asFastAsPossible, realTime } from '../../../src/pipeline/clock.js';
import { actuated } from '../../../src/pipeline/operators/actuated.js';
import { classified } from '../../../src/pipeline/operators/classified.js';
import { commanded } from '../../../src/pipeline/operators/commanded.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { featured, type FeatureVector } from '../../../src/pipeline/operators/featured.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { smoothed } from '../../../src/pipeline/operators/smoothed.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import { synthesize } from '../../../src/pipeline/simulated.js';
import { Prosthesis } from '../../../src/decoder/prosthesis/prosthesis.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
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

/** The whole chain as one sentence: which movement was commanded at which sample. */
function commands(blocks: Observable<SampleBlock>): Observable<string> {
  const { specs } = filterSpecs(scenario.decoder.filters, scenario.sampleRateHz);
  const { decoder } = calibration;
  return blocks.pipe(
    filtered(specs),
    windowed(scenario.decoder),
    decoded(decoder),
    commanded(decoder.classes),
    map(({ index, movement }) => `${index} ${movement}`),
  );
}

function run(blocks: Observable<SampleBlock>): string[] {
  const seen: string[] = [];
  commands(blocks).subscribe((line) => seen.push(line));
  return seen;
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
    const own = calibrate(scenario, {
      classifier: () => {
        made++;
        return new Lda({ shrinkage: 0.3 });
      },
    });
    expect(made).toBeGreaterThan(1);
    expect(own.report.accuracy).toBeGreaterThan(0.8);
  });
});

describe('the pipeline', () => {
  it('follows the intent', () => {
    const seen = run(synthesize(scenario, asFastAsPossible(400)));
    // 8 s: flexion is prompted from 1 s, extension from 5.5 s; each is held for 2 s.
    const at = (seconds: number): string =>
      seen.find((line) => Number(line.split(' ')[0]) >= seconds * 2000)?.split(' ')[1] ?? '';
    expect(at(0.8)).toBe('rest');
    expect(at(2.6)).toBe('knee-flexion');
    expect(at(7.2)).toBe('knee-extension');
  });

  it('is the same live, as fast as possible and in virtual time', async () => {
    const seconds = 3;
    const fast = run(synthesize(scenario, asFastAsPossible(seconds * 50)));
    const yielding = await lastValueFrom(
      commands(synthesize(scenario, asFastAsPossible(seconds * 50, 4))).pipe(toArray()),
    );
    const scheduler = new VirtualTimeScheduler(undefined, seconds * 1000);
    const seen: string[] = [];
    commands(synthesize(scenario, realTime({ scheduler }))).subscribe((line) => seen.push(line));
    scheduler.flush();
    expect(yielding).toEqual(fast);
    expect(seen.length).toBeGreaterThan(40);
    expect(fast.slice(0, seen.length)).toEqual(seen);
  });

  it('does not depend on the length of blocks', () => {
    const long = run(synthesize(scenario, asFastAsPossible(30), 100));
    const short = run(synthesize(scenario, asFastAsPossible(1500), 2));
    expect(short).toEqual(long);
  });

  it('starts anew with every subscription', () => {
    const chain = synthesize(scenario, asFastAsPossible(60));
    expect(run(chain)).toEqual(run(chain));
  });

  it('runs features, a classifier of one’s own and a vote, step by step', () => {
    const { specs } = filterSpecs(scenario.decoder.filters, scenario.sampleRateHz);
    const chain = (block: SampleBlock): Observable<FeatureVector> =>
      of(block).pipe(filtered(specs), windowed(scenario.decoder), featured('HTD'));
    const x: Float64Array[] = [];
    const labels: string[] = [];
    for (const { label, signal } of calibration.recordings)
      chain(signal).subscribe(({ values }) => {
        x.push(values);
        labels.push(label);
      });
    const own = new Lda().fit(x, labels);
    const decisions: string[] = [];
    const test = calibration.recordings.find(({ label }) => label === 'knee-flexion');
    if (test)
      chain(test.signal)
        .pipe(classified(own), smoothed({ votes: 5 }))
        .subscribe((decision) => decisions.push(own.classes[decision.smoothed] ?? ''));
    expect(decisions.length).toBeGreaterThan(10);
    expect(decisions.filter((label) => label === 'knee-flexion').length / decisions.length).toBeGreaterThan(
      0.9,
    );
  });

  it('moves the joint that was meant', () => {
    const prosthesis = new Prosthesis(scenario.prosthesis, 'leg');
    const { specs } = filterSpecs(scenario.decoder.filters, scenario.sampleRateHz);
    const knee: number[] = [];
    synthesize(scenario, asFastAsPossible(200))
      .pipe(
        filtered(specs),
        windowed(scenario.decoder),
        decoded(calibration.decoder),
        commanded(calibration.decoder.classes),
        actuated(prosthesis, scenario.sampleRateHz),
      )
      .subscribe(({ positions }) => knee.push(positions.knee ?? 0));
    expect(Math.max(...knee)).toBeGreaterThan(5);
  });
});
