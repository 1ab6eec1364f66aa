import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { apiRoutes } from './api-routes.js';
import type { Access } from '../access/access.js';
import { entry } from './entry.js';
import type { ApiOptions } from './route.js';
import { answerError, HttpError } from './http-error.js';
import type { Log } from '../log.js';
import { metricsRoute, observed, type RequestMetrics } from './observed.js';
import { onlyReads, requestRate } from './request-rate.js';
import { securityHeaders } from './security-headers.js';
import { turnAwayWhile } from './stopping.js';
import { refusal, type TrustOptions } from '../trusted-origin.js';

export interface ApplicationOptions extends ApiOptions {
  readonly trust: TrustOptions;
  readonly access: Access;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Folder of the built page whose patient lives in the browser. */
  readonly playgroundFolder?: string;
  /** Folder of the example for pages of others, served as it stands. */
  readonly exampleFolder?: string;
  readonly metrics: RequestMetrics;
  readonly log: Log;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** The HTTP side of the service: REST under /api, the page, the one that needs no service, and an example of one. */
export function createApplication(options: ApplicationOptions): Express {
  const { metrics, log } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(observed(metrics, log));
  app.use(securityHeaders);
  app.use((request, _response, next) => {
    const checkOrigin = !onlyReads(request.method);
    const refused = refusal(request.headers, options.trust, { checkOrigin });
    next(refused && new HttpError(403, 'refused', refused.message, { hint: refused.hint }));
  });
  app.use(requestRate());
  app.use(entry(options.access));
  app.use(turnAwayWhile(options.stopping));
  app.get('/metrics', metricsRoute(metrics));
  app.use('/api', apiRoutes(options));
  if (options.playgroundFolder !== undefined) app.use('/playground', page(options.playgroundFolder));
  if (options.exampleFolder !== undefined) app.use('/clients', page(options.exampleFolder));
  app.use(page(options.pageFolder));
  app.use(answerError(log));
  return app;
}

/** The built page: hashed assets are kept for ever, the page itself is asked for again each time. */
function page(folder: string): express.Router {
  const router = express.Router();
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR_MS, fallthrough: false }),
  );
  router.use(
    express.static(folder, { setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }),
  );
  router.get('/', (_request, response) => {
    response
      .status(503)
      .type('text')
      .send(
        existsSync(folder)
          ? `The page is incomplete. Run "npm run build" again.\n`
          : `The page has not been built. Run "npm run build" and load this address again.\n`,
      );
  });
  router.use((request, _response, next) => {
    next(new HttpError(404, 'not-found', `nothing at ${request.path}`, { hint: 'The page is at /.' }));
  });
  return router;
}
