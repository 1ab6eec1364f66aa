import type { Request, RequestHandler, Response } from 'express';
import { RefusedError } from '../../src/ground/signal/errors.js';
import type { Role } from '../../src/protocol/schemas.js';
import type { Access } from '../access/access.js';
import { cookieName, tokenInAddress, tokenOf, withoutToken } from '../access/credentials.js';
import { doorPage, doorScript } from './door-page.js';
import { HttpError } from './http-error.js';
import { onlyReads } from './request-rate.js';

const rolesOf = new WeakMap<Request, Role>();

/** What whoever sent a request may do; undefined where they came without a token to what is open to all. */
export function roleOf(request: Request): Role | undefined {
  return rolesOf.get(request);
}

/** What those may ask who have no token: whether the service lives. */
const openToAll = ['/api/health', '/api/health/ready'];

/**
 * Lets in who has a token, as what it makes them. A link with `?token=` is changed for a cookie: a token in the address would
 * stay in the history of the browser and show on the projector. Viewers may only read.
 */
export function entry(access: Access): RequestHandler {
  return (request, response, next) => {
    const reads = onlyReads(request.method);
    // Of the page that asks for a token, whoever sees it; the cookie may have come with this very request.
    if (reads && request.path.endsWith('/door.js')) return void response.type('js').send(doorScript);
    const linked = request.path.startsWith('/api/') ? undefined : tokenInAddress(request.url);
    // An empty one is that of a browser that has its cookie by now.
    const token = linked || tokenOf(request);
    const role = access.roleOf(token);
    if (role === undefined) {
      if (reads && openToAll.includes(request.path)) return next();
      return turnAway(request, response, next, token);
    }
    if (linked !== undefined && reads) {
      if (access.tokens && linked !== '')
        response.cookie(cookieName(request), linked, { httpOnly: true, sameSite: 'strict' });
      response.setHeader('Cache-Control', 'no-store');
      return response.redirect(303, withoutToken(request.url));
    }
    rolesOf.set(request, role);
    if (role === 'presenter' || reads) return next();
    next(
      new RefusedError('viewers may look and listen, not change anything', {
        hint: 'Send the token of presenters, which the terminal of the service shows.',
      }),
    );
  };
}

function turnAway(
  request: Request,
  response: Response,
  next: (error: unknown) => void,
  token: string | undefined,
): void {
  const what =
    token === undefined ? 'this service lets in who has a token' : 'that is no token of this service';
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('WWW-Authenticate', 'Bearer realm="myodesis"');
  if (!request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html') {
    response.status(401).type('html').send(doorPage(what));
    return;
  }
  next(
    new HttpError(401, 'refused', what, {
      hint: 'Open the link that the terminal of the service shows, or send "Authorization: Bearer TOKEN".',
    }),
  );
}
