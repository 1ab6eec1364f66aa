import { StreamError } from '../ground/signal/errors.js';
import { capabilities, type Capability } from './capabilities.js';
import { requests, type Request, type RequestWithin } from './requests.js';

/** What decides what a session can be asked, as its `serverInfo` tells it. */
export interface Able<C extends Capability> {
  readonly capabilities: readonly C[];
  readonly source: 'simulation' | 'recording';
}

/**
 * Make sure that a session can do what is asked.
 * @throws StreamError saying what the session cannot do, and what it can
 */
export function requireAble<C extends Capability, R extends Request>(
  request: R,
  { capabilities: able, source }: Able<C>,
): asserts request is Extract<R, RequestWithin<C>> {
  const { needs } = requests[request.op];
  if (needs === 'nothing' || able.some((name) => name === needs)) return;
  const recording = source === 'recording';
  const what = recording ? 'a recording is being replayed; it' : 'this session';
  throw new StreamError(`${request.op}: ${what} cannot ${capabilities[needs]}`, {
    hint: recording
      ? 'Start "myodesis serve" for a simulated patient, which can.'
      : `It can ${able.map((name) => capabilities[name]).join(', ')}.`,
  });
}
