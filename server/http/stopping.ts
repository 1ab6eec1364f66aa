import type { RequestHandler } from 'express';
import { HttpError } from './http-error.js';

/** What is still answered while the service stops: that it does. */
const health = ['/api/health', '/api/health/ready'];

/** Turns away what comes while the service stops; what came before is answered. */
export function turnAwayWhile(stopping: () => boolean): RequestHandler {
  return (request, response, next) => {
    if (!stopping() || health.includes(request.path)) return next();
    response.setHeader('Connection', 'close');
    next(
      new HttpError(503, 'stopping', 'the service stops', {
        hint: 'Ask again when it has been started again.',
      }),
    );
  };
}
