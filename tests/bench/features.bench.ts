import { FeatureExtractor } from '../../src/decoder/features/extract-features.js';
import { FilterChain } from '../../src/decoder/filters/filter-chain.js';
import { RandomStream } from '../../src/ground/signal/random.js';
import { createBlock } from '../../src/ground/signal/sample-block.js';
import { duration, timed, type Measurement } from './measure.js';
import { naiveFeatures } from './naive-features.js';

const CHANNELS = 8;
const LENGTH = 400;
const WINDOWS = 64;
const sets = ['HTD', 'TDAR', 'LS9', 'TDPSD', 'SAMPEN', 'FUZZYEN'] as const;

/**
 * Time of one window of 8 channels × 400 samples through each feature set, against plain loops that take one feature
 * after the other; and of a block through a usual filter chain, against copying it. Ratios say how many times faster
 * the product is (the chain: how many copies it costs, as a fraction).
 */
export function measureFeatures(): Measurement[] {
  const random = new RandomStream(1, 'bench/features');
  const windows = Array.from({ length: WINDOWS }, () => ({
    index: 0,
    channels: CHANNELS,
    length: LENGTH,
    sampleRateHz: 1000,
    data: Float32Array.from({ length: CHANNELS * LENGTH }, () => random.normal()),
  }));
  const rows = windows.map(({ data }) =>
    Array.from({ length: CHANNELS }, (_, c) =>
      Float64Array.from(data.subarray(c * LENGTH, (c + 1) * LENGTH)),
    ),
  );
  let at = 0;
  const next = (): number => (at = (at + 1) % WINDOWS);
  const measured = sets.map((set) => {
    const extractor = new FeatureExtractor(set, { channels: CHANNELS, length: LENGTH, sampleRateHz: 1000 });
    const out = new Float64Array(extractor.size);
    const ours = timed(() => extractor.extract(windows[next()], out));
    const plain = timed(() => rows[next()].forEach((x) => naiveFeatures[set](x)), { rounds: 5 });
    return duration(`${set}, one window of 8 × 400`, ours, plain, 'plain loops');
  });
  return [...measured, filterChain()];
}

function filterChain(): Measurement {
  const block = createBlock(0, 2000, CHANNELS, 40);
  const random = new RandomStream(1, 'bench/filters');
  for (let i = 0; i < block.data.length; i++) block.data[i] = random.normal();
  const chain = new FilterChain(
    [
      { kind: 'bandpass', order: 4, cutoffHz: [20, 450] },
      { kind: 'notch', cutoffHz: 50, q: 30 },
    ],
    2000,
    CHANNELS,
  );
  const ours = timed(() => chain.process(block));
  const copy = timed(() => ({ ...block, data: block.data.slice() }));
  return duration('band-pass 4 and notch, one block of 8 × 40', ours, copy, 'copying the block');
}
