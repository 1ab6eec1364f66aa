import * as z from 'zod';
import { HttpError } from '../http-error.js';
import { roleOf } from '../entry.js';
import type { ApiOptions, Asked, Route } from '../route.js';

const lives = z.object({
  status: z.enum(['ok', 'failed', 'stopping']),
  /** Whether a client that connects now is sent a stream. */
  ready: z.boolean(),
  phase: z.string().optional(),
  text: z.string().optional(),
  source: z.string().optional(),
  index: z.number().optional(),
  version: z.string().optional(),
  sessions: z.number().optional(),
  clients: z.number().optional(),
  lostBlocks: z.number().optional(),
  uptimeSeconds: z.number().optional(),
});

/** Whether the service lives, and whether it can be used. Who has no token is told no more than that. */
export function healthRoutes({ sessions, audience, version, stopping }: ApiOptions): Route[] {
  const alive = ({ session }: Asked): Pick<z.infer<typeof lives>, 'status' | 'ready'> => {
    const { phase } = session().status();
    const status = stopping() ? 'stopping' : phase === 'failed' ? 'failed' : 'ok';
    return { status, ready: status === 'ok' && phase !== 'calibrating' };
  };
  return [
    {
      method: 'get',
      path: '/health',
      summary: 'whether the service lives, and its session; 503 where that has failed',
      ofSession: true,
      answer: lives,
      errors: [404, 503],
      handle(asked) {
        const { request, response, session } = asked;
        const told = alive(asked);
        response.status(told.status === 'failed' ? 503 : 200);
        if (roleOf(request) === undefined) return told;
        const { phase, text } = session().status();
        const { source, index } = session().info();
        const { clients, lostBlocks } = audience;
        const uptimeSeconds = Math.round(process.uptime());
        const count = sessions.list().length;
        return {
          ...told,
          phase,
          text,
          source,
          index,
          version,
          sessions: count,
          clients,
          lostBlocks,
          uptimeSeconds,
        };
      },
    },
    {
      method: 'get',
      path: '/health/ready',
      summary: 'whether a client that connects now is sent a stream; 503 where not',
      ofSession: true,
      answer: z.object({ status: z.string(), ready: z.boolean() }),
      errors: [404, 503],
      handle(asked) {
        const told = alive(asked);
        if (told.ready) return told;
        throw new HttpError(
          503,
          'not-ready',
          `the service is ${told.status === 'ok' ? 'calibrating' : told.status}`,
          {
            hint: 'Ask again in a second.',
          },
        );
      },
    },
  ];
}
