import type { RequestHandler, Response } from 'express';
import type { Log } from '../log.js';

/** Where answered requests are counted, and what the count is. */
export interface RequestMetrics {
  readonly contentType: string;
  text(): Promise<string>;
  answered(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
}

const routes = new WeakMap<Response, string>();

/** Name the route that answers, for the count; pages and what leads nowhere have no name. */
export function nameRoute(response: Response, route: string): void {
  routes.set(response, route);
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const refused = [401, 403, 429];

/** Counts every answer, and logs who is refused. */
export function observed(metrics: RequestMetrics, log: Log): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    const { path } = request;
    response.once('finish', () => {
      const { statusCode: status } = response;
      const method = methods.includes(request.method) ? request.method : 'other';
      const route = routes.get(response) ?? (path.startsWith('/api/') ? 'none' : 'page');
      metrics.answered({ method, route, status, seconds: (performance.now() - from) / 1000 });
      const address = request.socket.remoteAddress;
      if (refused.includes(status)) log.info({ method, path, status, address }, 'request refused');
      else log.debug({ method, route, status }, 'request answered');
    });
    next();
  };
}

/** The count, for Prometheus. */
export function metricsRoute(metrics: RequestMetrics): RequestHandler {
  return async (_request, response) => {
    nameRoute(response, '/metrics');
    response.setHeader('Cache-Control', 'no-store');
    // As it is: Express would add a charset that the format has already.
    response.setHeader('Content-Type', metrics.contentType);
    response.end(await metrics.text());
  };
}
