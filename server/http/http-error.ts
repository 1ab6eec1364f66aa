import type { ErrorRequestHandler, RequestHandler } from 'express';
import { MyodesisError } from '../../src/ground/signal/errors.js';

/** An error with the HTTP status that tells it. */
export class HttpError extends MyodesisError {
  override readonly code: string;

  constructor(
    readonly status: number,
    code: string,
    message: string,
    details: { hint?: string; field?: string } = {},
  ) {
    super(message, details);
    this.code = code;
  }
}

const statusOf: Readonly<Record<string, number>> = {
  config: 422,
  protocol: 400,
  model: 409,
  stream: 409,
  usage: 400,
  refused: 403,
};

/** Answer an error as JSON `{ code, message, hint, field }` with its status. */
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const told = asHttpError(error);
  if (told.status >= 500) console.error(error);
  response.status(told.status).json(told);
};

/** 404 for a path under /api that leads nowhere. */
export const unknownEndpoint: RequestHandler = (request, _response, next) => {
  next(
    new HttpError(404, 'not-found', `no endpoint ${request.method} ${request.baseUrl}${request.path}`, {
      hint: 'Endpoints: GET /api/health, /api/presets, /api/presets/NAME, /api/scenario, /api/scenario/fields, /api/recordings, /api/sessions, /api/sessions/ID; PATCH and PUT /api/scenario; POST /api/sessions; DELETE /api/sessions/ID.',
    }),
  );
};

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof MyodesisError) {
    const { hint, field } = error;
    const details = field === undefined ? { hint } : { hint, field };
    return new HttpError(statusOf[error.code] ?? 500, error.code, error.message, details);
  }
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large')
    return new HttpError(413, 'too-large', 'body: larger than 256 kB', {
      hint: 'Send a scenario, not a signal.',
    });
  // What Express and its body parsers object to.
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (error instanceof Error && typeof status === 'number' && status >= 400 && status < 500)
    return new HttpError(status, 'protocol', `request: ${error.message}`, {
      hint: 'Send JSON as UTF-8, plain or by gzip, at an address that is percent-encoded.',
    });
  return new HttpError(500, 'internal', 'unexpected error in the service', {
    hint: 'See the log of the service.',
  });
}
