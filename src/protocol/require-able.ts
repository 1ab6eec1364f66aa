import { StreamError } from '../ground/signal/errors.js';
import { capabilities, type Capability } from './capabilities.js';
import { requests, type Request, type RequestWithin } from './requests.js';

/** What decides what a session can be asked, as its `serverInfo` tells it. */
export interface Able<C extends Capability> {
  readonly capabilities: readonly C[];
  readonly source: 'simulation' | 'recording' | 'person';
}

const subjects = {
  simulation: { what: 'this session', simulated: true },
  recording: { what: 'a recording is being replayed; it', simulated: false },
  person: { what: 'the signal is that of a real person; this session', simulated: false },
} as const;

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
  const { what, simulated } = subjects[source];
  throw new StreamError(`${request.op}: ${what} cannot ${capabilities[needs]}`, {
    hint: simulated
      ? `It can ${able.map((name) => capabilities[name]).join(', ')}.`
      : 'Start "myodesis serve" for a simulated patient, which can.',
  });
}
