import { workerData, type MessagePort } from 'node:worker_threads';
import { tellable } from '../../src/ground/signal/tellable.js';
import { makeSession } from './make-session.js';
import { ServedSession } from './served-session.js';
import type { SessionPlan } from './session-plan.js';
import type { FromThread } from './thread-messages.js';

/** What the thread of a session begins with. */
export interface Beginning {
  readonly plan: SessionPlan;
  readonly port: MessagePort;
}

/** Make a session and serve it at a port until it is closed from there. Never rejects: what goes wrong is told. */
export async function live({ plan, port }: Beginning): Promise<void> {
  const say = (said: FromThread): void => port.postMessage(said);
  try {
    const made = await makeSession(plan, (text) => say({ say: 'note', text }));
    new ServedSession(made, port);
  } catch (error) {
    say({ say: 'failed', failure: tellable(error).toJSON() });
    port.close();
  }
}

if (isBeginning(workerData)) {
  // A promise that nobody waits for is a defect to be told of, but no reason to end somebody's session.
  const { port } = workerData;
  process.on('unhandledRejection', (reason) => {
    const stack = reason instanceof Error ? String(reason.stack) : String(reason);
    port.postMessage({ say: 'defect', stack } satisfies FromThread);
  });
  void live(workerData);
}

/** Whether this file is the entry of a session's thread: it is also loaded where nothing was compiled. */
function isBeginning(data: unknown): data is Beginning {
  return typeof data === 'object' && data !== null && 'plan' in data && 'port' in data;
}
