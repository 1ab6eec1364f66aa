import type { Subscription } from 'rxjs';
import type { Session } from '../../src/patient/session.js';
import type { Terminal } from '../cli/output.js';

/** Whoever looks at the terminal alone is told what goes wrong, and what training came to, once each time. */
export function tellOnTerminal({ messages$ }: Session, terminal: Terminal): Subscription {
  return messages$.subscribe((message) => {
    if (message.op === 'status' && message.phase === 'failed') terminal.err(`note: ${message.text}\n`);
    if (message.op === 'error') terminal.err(`note: ${message.message}. ${message.hint}\n`);
    if (message.op === 'gap') terminal.err(`note: ${message.text}\n`);
    if (message.op === 'calibration')
      for (const note of message.calibration.notes) terminal.err(`note: ${note}\n`);
  });
}
