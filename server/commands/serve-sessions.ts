import type { CommandContext } from '../cli/context.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import { ThreadedSessions } from '../sessions/threaded-sessions.js';
import type { ServiceFlags, SessionFlags } from './service-flags.js';

/**
 * Serve a session of a plan, and private ones like it, until told to stop.
 * @throws what making the session throws
 */
export async function serveSessions(
  plan: SessionPlan,
  flags: ServiceFlags & SessionFlags,
  context: CommandContext,
): Promise<void> {
  const { maxSessions, idleMinutes } = flags;
  const note = (text: string): void => context.terminal.err(`note: ${text}\n`);
  // The session is made in its thread while this one loads what serves it.
  const [sessions, { runService }] = await Promise.all([
    ThreadedSessions.start(plan, { maxSessions, idleMinutes }, note),
    import('./run-service.js'),
  ]);
  await runService(sessions, flags, context);
}
