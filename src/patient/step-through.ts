import { StreamError } from '../ground/signal/errors.js';
import type { RequestOf } from '../protocol/requests.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Session } from './session.js';

/** Who steps. */
export interface Stepper {
  /** Settles when what they were sent has gone out, or they have; absent where nothing holds it up. */
  drained?(): Promise<void>;
}

/** Blocks that pass before it is seen to it that the listener keeps up. */
const AT_ONCE = 10;

/** Who has a step under way. */
const stepping = new WeakSet<Stepper>();

/**
 * Let blocks pass for a listener: as fast as they take the frames, so that nothing is lost however many they asked for,
 * and answered when the last frame is sent.
 * @throws StreamError where time passes by itself, nothing runs, or the listener has a step under way
 */
export async function stepThrough(
  request: RequestOf<'step'>,
  session: Session,
  listener: Stepper,
): Promise<ServerMessage> {
  if (stepping.has(listener))
    throw new StreamError('step: a step is under way', { hint: 'Wait for its answer before the next.' });
  stepping.add(listener);
  try {
    for (let left = request.blocks; left > 0; left -= AT_ONCE) {
      await session.request({ op: 'step', blocks: Math.min(left, AT_ONCE) }, listener);
      await listener.drained?.();
    }
  } finally {
    stepping.delete(listener);
  }
  return { op: 'ok', of: 'step' };
}
