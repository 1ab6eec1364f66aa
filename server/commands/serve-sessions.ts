import type { Access } from '../access/access.js';
import type { CommandContext } from '../cli/context.js';
import { createLog } from '../logs/pino-log.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import { ThreadedSessions } from '../sessions/threaded-sessions.js';
import { accessOf } from './access-flags.js';
import type { ServiceFlags, SessionFlags } from './service-flags.js';

/**
 * Serve a session of a plan, and private ones like it, until told to stop.
 * @param planOf the plan, where those get in who may come in to the service
 * @throws what making the session throws
 */
export async function serveSessions(
  planOf: (access: Access) => SessionPlan,
  flags: ServiceFlags & SessionFlags,
  context: CommandContext,
): Promise<void> {
  const { maxSessions, idleMinutes } = flags;
  const note = (text: string): void => context.terminal.err(`note: ${text}\n`);
  const log = createLog(flags.logLevel, context.terminal);
  const access = accessOf(flags);
  // The session is made in its thread while this one loads what serves it.
  const [sessions, { runService }] = await Promise.all([
    ThreadedSessions.start(planOf(access), { maxSessions, idleMinutes }, note, log),
    import('./run-service.js'),
  ]);
  await runService(sessions, { flags, access, log }, context);
}
