import { commonVocabulary } from '../ground/movement/vocabulary.js';
import { eachStep, type Truth } from '../body/synthesis/truth.js';
import { dischargeRows, truthRows } from '../protocol/stream-rows.js';
import type { StreamFrame } from './session.js';

/** Turns truth into frames of one column per step: each step once, as soon as its last sample is there. */
export class TruthColumns {
  /** Artefacts seen so far in the step that the last block ended in, and where that step begins. */
  private flags = 0;
  private open = NaN;

  /**
   * @param quantum samples from one step to the next
   * @param vocabulary by which movements are numbered
   */
  constructor(
    private readonly quantum: number,
    private readonly vocabulary = commonVocabulary,
  ) {}

  /** The steps that end within a block; artefact flags of a step's samples are joined. */
  push(truth: Truth): StreamFrame | undefined {
    const { steps } = truth;
    const count = steps.index.length;
    const cut = steps.index[count - 1] + this.quantum > truth.index + truth.length;
    const columns = cut ? count - 1 : count;
    const flags = this.joinedFlags(truth);
    if (columns === 0) return undefined;
    const numbers = (ids: Truth['steps']['cue']): Float32Array =>
      Float32Array.from({ length: columns }, (_, k) => this.vocabulary.number(ids[k]));
    const whole = (values: Float32Array | Float64Array): Float32Array =>
      Float32Array.from({ length: (values.length / count) * columns }, (_, i) => {
        const row = Math.floor(i / columns);
        return values[row * count + (i % columns)];
      });
    const data = truthRows.pack({
      movement: numbers(steps.movement),
      strength: whole(steps.strength),
      cue: numbers(steps.cue),
      excitation: whole(steps.excitation),
      force: whole(steps.force),
      flags: flags.subarray(0, columns),
    });
    return { index: steps.index[0], channels: data.length / columns, length: columns, data };
  }

  /** Artefact flags of each step, those of the block before included where a step began there. */
  private joinedFlags(truth: Truth): Float32Array {
    const { steps, flags } = truth;
    const joined = new Float32Array(steps.index.length);
    eachStep(truth, (k, from, until) => {
      if (steps.index[k] !== this.open) this.flags = 0;
      this.open = steps.index[k];
      for (let i = from; i < until; i++) this.flags |= flags[i];
      joined[k] = this.flags;
    });
    return joined;
  }
}

/** Discharges as a frame: one column a discharge. */
export function dischargeFrame({ index, discharges }: Truth): StreamFrame {
  const row = (part: number): Float32Array =>
    Float32Array.from({ length }, (_, discharge) => discharges[3 * discharge + part]);
  const length = Math.floor(discharges.length / 3);
  const data = dischargeRows.pack({ muscle: row(0), unit: row(1), offset: row(2) });
  return { index, channels: 3, length, data };
}
