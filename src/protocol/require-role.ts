import { RefusedError } from '../ground/signal/errors.js';
import { requests, type Request } from './requests.js';
import type { Role } from './schemas.js';

/**
 * Make sure that a role may ask for something.
 * @throws RefusedError for a viewer's request that would change something
 */
export function requireRole({ op }: Request, role: Role): void {
  if (role === 'presenter' || requests[op].reads) return;
  throw new RefusedError(`${op}: viewers may look and listen, not change anything`, {
    hint: 'Come in by the link for presenters, which the terminal of the service shows.',
  });
}
