import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Log } from '../log.js';
import { MyodesisError } from '../../src/ground/signal/errors.js';
import { toldToClients } from '../../src/ground/signal/tellable.js';

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
  resource: 409,
  usage: 400,
  refused: 403,
};

/** Answers an error as JSON `{ code, message, hint, field }` with its status; defects are logged, with their stack. */
export function answerError(log: Log): ErrorRequestHandler {
  return (error: unknown, { method, path }, response, next) => {
    const told = asHttpError(error);
    if (told.status === 500) log.error({ err: error, method, path }, 'request failed');
    if (response.headersSent) next(error);
    else response.status(told.status).json(told);
  };
}

/** 404 for a path under /api that leads nowhere; of the endpoints that there are, those that begin alike are named. */
export function unknownEndpoint(
  endpoints: readonly { readonly method: string; readonly path: string }[],
): RequestHandler {
  return (request, _response, next) => {
    const [, first = ''] = request.path.split('/');
    const alike = endpoints.filter(({ path }) => path.split('/')[1] === first);
    const named = (alike.length > 0 ? alike : endpoints).map(
      ({ method, path }) => `${method.toUpperCase()} /api${path}`,
    );
    next(
      new HttpError(404, 'not-found', `no endpoint ${request.method} ${request.baseUrl}${request.path}`, {
        hint: `There are ${named.join(', ')}; /api/openapi.json describes them.`,
      }),
    );
  };
}

function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') {
    const most = error instanceof Error && 'limit' in error ? ` than ${Number(error.limit) / 1024} kB` : '';
    return new HttpError(413, 'too-large', `body: larger${most}`, {
      hint: 'Send a scenario or a decoder, not a signal.',
    });
  }
  // What Express and its body parsers object to.
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (error instanceof Error && typeof status === 'number' && status >= 400 && status < 500)
    return new HttpError(status, 'protocol', `request: ${error.message}`, {
      hint: 'Send JSON as UTF-8, plain or by gzip, at an address that is percent-encoded.',
    });
  const { code, message, hint, field } = toldToClients(error);
  return new HttpError(
    statusOf[code] ?? 500,
    code,
    message,
    field === undefined ? { hint } : { hint, field },
  );
}
