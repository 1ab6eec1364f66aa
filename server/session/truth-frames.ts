import { movementIds, type MovementId } from '../../src/ground/movement/movement.js';
import type { Truth } from '../../src/body/synthesis/truth.js';
import type { StreamFrame } from './session.js';

const movementIndex = new Map<MovementId, number>(movementIds.map((id, index) => [id, index]));

/** Number by which frames name a movement: its place in `serverInfo.movements`; 0 is rest. */
export function movementNumber(id: MovementId): number {
  return movementIndex.get(id) ?? 0;
}

/** Names of the rows that {@link truthFrame} makes. */
export function truthRows(muscles: readonly string[]): string[] {
  return [
    'movement',
    'strength',
    'cue',
    ...muscles.map((name) => `excitation.${name}`),
    ...muscles.map((name) => `force.${name}`),
    'flags',
  ];
}

/**
 * Truth as a frame of one column per `column` samples. Excitation and force step at that pace; artefact flags
 * of the column's samples are joined.
 */
export function truthFrame(truth: Truth, muscles: number, column: number): StreamFrame {
  const columns = Math.ceil(truth.length / column);
  const rows = 4 + 2 * muscles;
  const data = new Float32Array(rows * columns);
  data.fill(movementNumber(truth.movement), 0, columns);
  data.fill(truth.strength, columns, 2 * columns);
  data.fill(movementNumber(truth.cue), 2 * columns, 3 * columns);
  for (let k = 0; k < columns; k++) {
    const at = k * column;
    for (let m = 0; m < muscles; m++) {
      data[(3 + m) * columns + k] = truth.excitation[m * truth.length + at];
      data[(3 + muscles + m) * columns + k] = truth.force[m * truth.length + at];
    }
    let flags = 0;
    for (let i = at; i < Math.min(truth.length, at + column); i++) flags |= truth.flags[i];
    data[(rows - 1) * columns + k] = flags;
  }
  return { index: truth.index, channels: rows, length: columns, data };
}

export const dischargeRows: readonly string[] = ['muscle', 'unit', 'offset'];

/** Discharges as a frame: rows muscle, unit within it, samples after the frame's index. */
export function dischargeFrame({ index, discharges }: Truth): StreamFrame {
  const length = Math.floor(discharges.length / 3);
  const data = new Float32Array(3 * length);
  for (let d = 0; d < length; d++)
    for (let row = 0; row < 3; row++) data[row * length + d] = discharges[3 * d + row];
  return { index, channels: 3, length, data };
}
