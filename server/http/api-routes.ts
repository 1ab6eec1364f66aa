import express, { type RequestHandler, type Router } from 'express';
import { unknownEndpoint } from './http-error.js';
import { jsonText, objectBody } from './json-body.js';
import { LastTests } from './last-tests.js';
import { nameRoute } from './observed.js';
import { openApi } from './open-api.js';
import { anyObject, namedSession, type ApiOptions, type Asked, type Route } from './route.js';
import { askedRoutes } from './routes/asked.js';
import { deviceRoutes } from './routes/devices.js';
import { healthRoutes } from './routes/health.js';
import { linkRoutes } from './routes/links.js';
import { recordingRoutes } from './routes/recordings.js';
import { scenarioRoutes } from './routes/scenario.js';
import { sessionRoutes } from './routes/sessions.js';

/** The REST interface, as its own document describes it; every error is JSON `{ code, message, hint, field }`. */
export function apiRoutes(options: ApiOptions): Router {
  const routes: Route[] = [
    ...healthRoutes(options),
    ...sessionRoutes(options),
    ...scenarioRoutes,
    ...recordingRoutes(options),
    ...askedRoutes(new LastTests(options.sessions)),
    ...deviceRoutes(options),
    ...linkRoutes(options),
  ];
  routes.push({
    method: 'get',
    path: '/openapi.json',
    summary: 'this document',
    answer: anyObject,
    errors: [],
    handle: () => openApi(routes, options.version),
  });
  const router = express.Router();
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const before = route.body ? [jsonText(route.limit)] : [];
    router[route.method](path, ...before, answering(route, options));
  }
  router.use(unknownEndpoint(routes));
  return router;
}

function answering(route: Route, { sessions }: ApiOptions): RequestHandler {
  return async (request, response) => {
    nameRoute(response, `/api${route.path}`);
    const asked: Asked = {
      request,
      response,
      param: (name) => String(request.params[name] ?? ''),
      body: () => objectBody(request, JSON.stringify(route.example ?? {})),
      session: () => namedSession(sessions, request.query['session']),
    };
    const answer = await route.handle(asked);
    if (response.headersSent) return;
    if (!route.answer) response.status(204).end();
    else {
      if (route.status !== undefined) response.status(route.status);
      response.json(answer);
    }
  };
}
