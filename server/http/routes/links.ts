import * as z from 'zod';
import { roleOf } from '../entry.js';
import type { ApiOptions, Route } from '../route.js';

const links = z.object({
  /** Where the service is found, the one to show first. */
  addresses: z.array(z.string()),
  /** Absent where no token is asked for; that of presenters is told to presenters alone. */
  viewer: z.string().optional(),
  presenter: z.string().optional(),
});

/** Links that let others in, for whoever shows them on a screen. */
export function linkRoutes({ links: linksNow }: ApiOptions): Route[] {
  return [
    {
      method: 'get',
      path: '/links',
      summary: 'links that let others in: to watch, and, for presenters, to present',
      answer: links,
      errors: [],
      handle({ request }): z.infer<typeof links> {
        const { addresses, byRole } = linksNow();
        const { viewer, presenter } = byRole ?? {};
        return { addresses: [...addresses], viewer, ...(roleOf(request) === 'presenter' && { presenter }) };
      },
    },
  ];
}
