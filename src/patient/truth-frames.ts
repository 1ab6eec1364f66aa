import type { Truth } from '../body/synthesis/truth.js';
import { dischargeRows, movementNumber, truthRows } from '../protocol/stream-rows.js';
import type { StreamFrame } from './session.js';

/**
 * Truth as a frame of one column per `column` samples. Excitation and force step at that pace; artefact flags
 * of the column's samples are joined.
 */
export function truthFrame(truth: Truth, muscles: number, column: number): StreamFrame {
  const columns = Math.ceil(truth.length / column);
  const every = (value: number): Float32Array => new Float32Array(columns).fill(value);
  const stepped = (values: ArrayLike<number>): Float32Array =>
    Float32Array.from({ length: muscles * columns }, (_, i) => {
      const muscle = Math.floor(i / columns);
      return values[muscle * truth.length + (i % columns) * column];
    });
  const flags = new Float32Array(columns);
  for (let i = 0; i < truth.length; i++) flags[Math.floor(i / column)] |= truth.flags[i];
  const data = truthRows.pack({
    movement: every(movementNumber(truth.movement)),
    strength: every(truth.strength),
    cue: every(movementNumber(truth.cue)),
    excitation: stepped(truth.excitation),
    force: stepped(truth.force),
    flags,
  });
  return { index: truth.index, channels: data.length / columns, length: columns, data };
}

/** Discharges as a frame: one column a discharge. */
export function dischargeFrame({ index, discharges }: Truth): StreamFrame {
  const row = (part: number): Float32Array =>
    Float32Array.from({ length }, (_, discharge) => discharges[3 * discharge + part]);
  const length = Math.floor(discharges.length / 3);
  const data = dischargeRows.pack({ muscle: row(0), unit: row(1), offset: row(2) });
  return { index, channels: 3, length, data };
}
