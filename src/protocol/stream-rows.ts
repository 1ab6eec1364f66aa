import { ProtocolError } from '../ground/signal/errors.js';
import { rowLayout } from './row-layout.js';
import { streamNames, type StreamName } from './stream-kind.js';

/** `decisions`: posterior of each class, class number after each smoothing step (the last one is what was decided; −1 is rest where no class is rest). */
export const decisionRows = rowLayout('decisions', {
  posterior: 'each',
  step: 'each',
  confidence: 'one',
  rejected: 'one',
  speed: 'one',
  latencyMs: 'one',
});

/** `command`: velocity of each degree of freedom in [−1, 1], number of the movement (its place in `serverInfo.movements`), number of the class. */
export const commandRows = rowLayout('command', {
  velocity: 'each',
  movement: 'one',
  class: 'one',
  confidence: 'one',
  latencyMs: 'one',
});

/**
 * `prosthesis`: position and velocity of each degree of freedom, in the joint's unit and per second; where there is a
 * hand, the flexion of each finger in percent of its travel.
 */
export const prosthesisRows = rowLayout('prosthesis', { position: 'each', velocity: 'each', finger: 'each' });

/** `truth`: numbers of the movement intended and of the one prompted, then 0 … 1 per muscle. */
export const truthRows = rowLayout('truth', {
  movement: 'one',
  strength: 'one',
  cue: 'one',
  excitation: 'each',
  force: 'each',
  flags: 'one',
});

/** `discharges`: number of the muscle, of the unit within it, samples after the frame's index. */
export const dischargeRows = rowLayout('discharges', { muscle: 'one', unit: 'one', offset: 'one' });

/** `envelope`: minimum and maximum of one channel after the other. */
export function envelopeRows(channels: readonly string[]): string[] {
  return channels.flatMap((name) => [`min.${name}`, `max.${name}`]);
}

/** Class that a number in a frame stands for: −1 is rest where no class is rest; undefined for a number that none has. */
export function classNamed(classes: readonly string[], number: number | undefined): string | undefined {
  return number === -1 ? 'rest' : classes[number ?? NaN];
}

const layouts = {
  decisions: decisionRows,
  command: commandRows,
  prosthesis: prosthesisRows,
  truth: truthRows,
  discharges: dischargeRows,
} as const;

/**
 * The error of every stream whose rows cannot be read here, by stream: such a stream is best not shown at all.
 * @param rowsOf names of the rows, as the server tells them; undefined where there is no such stream
 */
export function misfits(
  rowsOf: (stream: StreamName) => readonly string[] | undefined,
): ReadonlyMap<StreamName, ProtocolError> {
  const errors = new Map<StreamName, ProtocolError>();
  for (const stream of streamNames) {
    const rows = rowsOf(stream);
    if (!rows || !isLaidOut(stream)) continue;
    try {
      layouts[stream].places(rows);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      errors.set(stream, error);
    }
  }
  return errors;
}

function isLaidOut(stream: StreamName): stream is keyof typeof layouts {
  return Object.hasOwn(layouts, stream);
}
