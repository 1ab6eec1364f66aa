import type { ConformanceRow } from '../conformance-row.js';
import { presetByName } from '../../scenario/presets/index.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';

const lengths = [1, 7, 40, 400];

export const determinism: ConformanceRow = {
  id: 18,
  fact: 'the same scenario and seed give the same bits whatever the block length',
  expected: `identical samples for block lengths ${lengths.join(', ')}; other samples for another seed`,
  tolerance: 'none',
  source: 'by definition',
  note: 'Preset transhumeral-tmr with its script, signal and flags compared bit by bit.',
  measure(quick) {
    const samples = (quick ? 2 : 10) * 2800;
    const streams = lengths.map((length) => bits(1, length, samples));
    const same = streams.every((stream) => stream.every((word, i) => word === streams[0][i]));
    const other = bits(2, 400, samples).some((word, i) => word !== streams[0][i]);
    return {
      simulated: `${same ? 'identical' : 'different'} over ${samples} samples of 8 channels; another seed ${other ? 'differs' : 'does not differ'}`,
      values: { samples, identical: same ? 1 : 0 },
      pass: same && other,
    };
  },
};

function bits(seed: number, length: number, samples: number): Uint32Array {
  const synthesizer = new Synthesizer(presetByName('transhumeral-tmr', { seed }));
  const { channels } = synthesizer;
  const all = new Uint32Array((channels + 1) * samples);
  for (let at = 0; at < samples; at += length) {
    const { signal, truth } = synthesizer.next(length);
    const words = new Uint32Array(signal.data.buffer, signal.data.byteOffset, signal.data.length);
    for (let c = 0; c < channels; c++)
      all.set(words.subarray(c * length, (c + 1) * length), c * samples + at);
    all.set(truth.flags, channels * samples + at);
  }
  return all;
}
