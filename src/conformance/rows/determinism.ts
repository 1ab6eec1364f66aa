import type { ConformanceRow } from '../conformance-row.js';
import { presetByName } from '../../scenario/presets/index.js';
import { Synthesizer } from '../../body/synthesis/synthesizer.js';
import { TemplateShop } from '../../body/synthesis/template-shop.js';
import { perSample, type Truth } from '../../body/synthesis/truth.js';
import { commonVocabulary } from '../../ground/movement/vocabulary.js';

const lengths = [1, 7, 40, 400];

export const determinism: ConformanceRow = {
  id: 18,
  part: 'instrument',
  fact: 'the same scenario and seed give the same bits whatever the block length',
  conditions: `preset transhumeral-tmr with its script in blocks of ${lengths.join(', ')} samples: signal and truth (flags, intent, drive, discharges) bit by bit`,
  sample: 'four streams, and one with another seed',
  expectations: [
    { what: 'words that differ', unit: '', heldTo: 'limits', low: 0, high: 0, why: 'none' },
    { what: 'words that differ with another seed', unit: '', heldTo: 'order' },
  ],
  source: 'by-definition',
  measure(quick) {
    const samples = (quick ? 2 : 10) * 2800;
    const [first, ...others] = lengths.map((length) => bits(1, length, samples));
    const differing = (other: Uint32Array): number =>
      other.reduce((count, word, i) => count + (word === first[i] ? 0 : 1), 0);
    return { found: [others.map(differing), [differing(bits(2, 400, samples))]] };
  },
};

const shop = new TemplateShop();

/** Signal, flags, steps and discharges of a stream, sample by sample, as words whose bits can be compared. */
function bits(seed: number, length: number, samples: number): Uint32Array {
  const scenario = presetByName('transhumeral-tmr', { seed });
  const synthesizer = new Synthesizer(scenario, { templates: shop.fresh(scenario) });
  const { channels, muscleNames } = synthesizer;
  const rows = channels + 2 * muscleNames.length + 5;
  const all = new Uint32Array(rows * samples);
  for (let at = 0; at < samples; at += length) {
    const { signal, truth } = synthesizer.next(length);
    const { steps } = truth;
    let row = 0;
    const put = (values: Float32Array | Uint32Array): void => {
      const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
      for (let from = 0; from < words.length; from += length)
        all.set(words.subarray(from, from + length), row++ * samples + at);
    };
    put(signal.data);
    put(truth.flags);
    for (const values of [steps.excitation, steps.force, steps.strength]) put(perSample(truth, values));
    for (const ids of [steps.movement, steps.cue])
      put(
        perSample(
          truth,
          Float32Array.from(ids, (id) => commonVocabulary.number(id)),
        ),
      );
    put(dischargeSums(truth));
  }
  return all;
}

/** Per sample, the units that discharge as one number that does not depend on their order. */
function dischargeSums({ length, discharges }: Truth): Uint32Array {
  const sums = new Uint32Array(length);
  for (let d = 0; d < discharges.length; d += 3) {
    const [muscle, unit, at] = discharges.subarray(d, d + 3);
    const sample = Math.floor(at);
    sums[sample] += 1 + 256 * (at - sample) + 512 * (unit + 4096 * muscle);
  }
  return sums;
}
