import { firstValueFrom, from, map, toArray } from 'rxjs';
import { Synthesizer } from '../../src/body/synthesis/synthesizer.js';
import { Decoder } from '../../src/decoder/decoder.js';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { designFilter } from '../../src/decoder/filters/design-filter.js';
import * as real from '../../src/ground/math/real.js';
import { RandomStream } from '../../src/ground/signal/random.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import { decoded } from '../../src/pipeline/operators/decoded.js';
import { featured } from '../../src/pipeline/operators/featured.js';
import { filtered } from '../../src/pipeline/operators/filtered.js';
import { windowed } from '../../src/pipeline/operators/windowed.js';
import { presetByName, presets } from '../../src/scenario/presets/index.js';
import { digest } from '../support/digest.js';

/** A name such as `transhumeral-tmr/signal`, and the hash of what goes by it. */
export type Fingerprint = readonly [name: string, hash: string];

/**
 * Hashes of everything of which the same bits are promised in every engine. Runs wherever JavaScript does: Node
 * compares them in `npm test`, `.ci/engines.js` those of other versions, and a page may do it in a browser.
 */
export async function* fingerprints(): AsyncGenerator<Fingerprint> {
  yield* functions();
  yield ['filters', await digest(filterDesigns())];
  for (const { name } of presets) yield* signals(name);
  yield* decoders();
}

/** Elementary functions at arguments of every size. */
async function* functions(): AsyncGenerator<Fingerprint> {
  for (const [name, f] of Object.entries(real)) {
    const random = new RandomStream(1, `engines/${name}`);
    const bits = new Uint32Array(2);
    const any = new Float64Array(bits.buffer);
    const argument = (n: number): number => {
      if (n % 2 === 0) return 20 * (random.uniform() - 0.5);
      bits[0] = random.integer(2 ** 32);
      bits[1] = random.integer(2 ** 32);
      return any[0];
    };
    const values = Float64Array.from({ length: 20_000 }, (_, n) => {
      const value = f(argument(n), argument(n >> 1));
      // Which NaN it is may differ.
      return Number.isNaN(value) ? -12345 : value;
    });
    yield [`math/${name}`, await digest(values)];
  }
}

function filterDesigns(): unknown {
  const rates = [1000, 2000, 10_000];
  const cutoffs = [0.5, 5, 20, 60, 450];
  return rates.flatMap((rate) => [
    ...cutoffs.flatMap((cutoffHz) =>
      [1, 2, 3, 4, 5, 8].flatMap((order) =>
        (['highpass', 'lowpass'] as const).map(
          (kind) => designFilter({ kind, order, cutoffHz }, rate).sections,
        ),
      ),
    ),
    designFilter({ kind: 'notch', cutoffHz: 50, q: 30, harmonics: 9 }, rate).sections,
    designFilter({ kind: 'comb', cutoffHz: 50, q: 30 }, rate).sections,
  ]);
}

/** The first three seconds, in which the first movement is made. */
async function* signals(name: string): AsyncGenerator<Fingerprint> {
  const { signal, truth } = new Synthesizer(presetByName(name)).next(6000);
  yield [`${name}/signal`, await digest(signal.data)];
  yield [`${name}/truth`, await digest({ truth, labels: signal.labels })];
}

const variants: Readonly<Record<string, Partial<DecoderSpec>>> = {
  'HTD lda': { features: ['HTD'], classifier: 'lda' },
  'TDPSD lda': { features: ['TDPSD'], classifier: 'lda' },
  'DFTR lda': { features: ['DFTR'], classifier: 'lda' },
  'TDAR mlp': { features: ['TDAR'], classifier: 'mlp' },
  'LS9 qda': { features: ['LS9'], classifier: 'qda' },
  'HTD linear-svm': { features: ['HTD'], classifier: 'linear-svm' },
  'TDPSD random-forest': { features: ['TDPSD'], classifier: 'random-forest' },
  'DFTR knn': { features: ['DFTR'], classifier: 'knn' },
  'SAMPEN gaussian-naive-bayes': {
    features: ['MAV', 'SAMPEN', 'FUZZYEN'],
    classifier: 'gaussian-naive-bayes',
  },
  'HTD kernel-ridge': { features: ['HTD'], control: 'regression', regressor: 'kernel-ridge' },
};

/** Trained decoders, and what they decide in six seconds of use. */
async function* decoders(): AsyncGenerator<Fingerprint> {
  const scenario = presetByName('transhumeral-tmr', {
    calibration: { repetitions: 2, movements: ['rest', 'hand-close', 'hand-open', 'elbow-flexion'] },
  });
  const { sampleRateHz, electrodes } = scenario;
  const recordings = recordCalibration(scenario);
  const channelNames = electrodes.positions.map(({ name }, c) => name || `CH${c + 1}`);
  const { signal } = new Synthesizer(scenario).next(6 * sampleRateHz);
  for (const [name, variant] of Object.entries(variants)) {
    const spec = { ...scenario.decoder, ...variant };
    const { decoder } = Decoder.train(spec, recordings, { sampleRateHz, channelNames });
    yield [`decoder ${name}`, await digest(decoder)];
    const windows$ = from([signal]).pipe(filtered(decoder), windowed(decoder));
    const values$ = windows$.pipe(
      featured(decoder),
      map(({ values }) => values.slice()),
    );
    yield [`features ${name}`, await digest(await firstValueFrom(values$.pipe(toArray())))];
    const decisions$ = windows$.pipe(
      decoded(decoder),
      map(({ index, posterior, fused, smoothed, speed, velocities }) => {
        return [index, posterior.slice(), fused.slice(), smoothed, speed, velocities];
      }),
    );
    yield [`decisions ${name}`, await digest(await firstValueFrom(decisions$.pipe(toArray())))];
  }
}
