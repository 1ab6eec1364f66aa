import type { BenchmarkDecoder, DecoderPatch } from './benchmark-decoder.js';
import { reference } from './baseline-decoders.js';

/** A change to a decoder that may mend what a condition broke. */
export interface Mend {
  readonly name: string;
  readonly patch: DecoderPatch;
}

/** Features, and sets of them, that count crossings, turns or steps, for which thresholds matter. */
const counting = /^(HTD|TDAR|LS4|LS9|COMB|TSTD|ZC|SSC|WAMP)$/;

/** Whether a change is but of what comes after the model: it is given, and learns from, the same. */
export function isAfterModel({ patch }: Pick<Mend, 'patch'>): boolean {
  return Object.keys(patch).every((name) => name === 'smoothing');
}

/** Changes that are tried with a decoder: those that it does not have already, and that its model can take. */
export function mendsFor(decoder: BenchmarkDecoder): Mend[] {
  const { outside } = decoder;
  const all = changesOf(decoder);
  // What came trained cannot take other features or longer windows than it was trained on.
  return outside?.learns === false
    ? all.filter(isAfterModel)
    : all.filter(({ patch }) => !(outside?.input === 'window' && 'thresholds' in patch));
}

function changesOf({ patch }: BenchmarkDecoder): Mend[] {
  const { control, features = reference.patch.features ?? [], thresholdRestMultiple = 0 } = patch;
  const counts = control !== 'direct' && features.some((name) => counting.test(name));
  const thresholds: Mend =
    thresholdRestMultiple > 0
      ? { name: 'no thresholds', patch: { thresholds: 'rest', thresholdRestMultiple: 0 } }
      : {
          name: 'thresholds at 3 × the noise of rest',
          patch: { thresholds: 'rest', thresholdRestMultiple: 3 },
        };
  return [
    ...(counts ? [thresholds] : []),
    { name: 'windows of 300 ms', patch: { windowMs: 300 } },
    ...(control === 'direct'
      ? []
      : [
          { name: 'rejection below 0.8', patch: { smoothing: { rejectBelow: 0.8 } } },
          { name: 'nothing moves below rest + 3 SD', patch: { smoothing: { onsetRestSd: 3 } } },
          { name: 'seven votes', patch: { smoothing: { majorityVotes: 7 } } },
        ]),
  ];
}
