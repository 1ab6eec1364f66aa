import * as z from 'zod';
import type { Route } from './route.js';

const error = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string(),
  field: z.string().optional(),
});

/** Errors that every route may answer. */
const everywhere = [401, 403, 429, 500];

const reasons: Readonly<Record<number, string>> = {
  400: 'the body is not what it should be',
  401: 'no token, or a wrong one',
  403: 'a viewer, a foreign page or a foreign name',
  404: 'there is none of that name',
  409: 'not as things stand',
  413: 'the body is too large',
  415: 'the body is not called JSON',
  422: 'a field is out of its range',
  429: 'too many requests',
  500: 'a defect',
  503: 'failed, or not ready',
};

/** The OpenAPI 3.1 document of routes, made from the schemas that they are checked by. */
export function openApi(routes: readonly Route[], version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operation(route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Myodesis',
      version,
      description: 'Sessions of simulated patients, their scenario, decoder, recordings, tests and devices.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api' }],
    // A service for this machine alone asks no token.
    security: [{}, { token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Error: jsonSchema(error) },
    },
  };
}

function operation(route: Route): Record<string, unknown> {
  const { method, path, summary, ofSession, body, example, answer, errors } = route;
  const status = route.status ?? (answer ? 200 : 204);
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const content = answer && {
    content:
      answer === 'file'
        ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
        : { 'application/json': { schema: jsonSchema(answer) } },
  };
  return {
    operationId: operationId(method, path),
    summary,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(ofSession
        ? [
            {
              name: 'session',
              in: 'query',
              description: 'the shared one by default',
              schema: { type: 'string' },
            },
          ]
        : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(body), example } },
      },
    }),
    responses: {
      [status]: { description: summary, ...content },
      ...Object.fromEntries(
        [...new Set([...everywhere, ...errors])].map((code) => [
          code,
          {
            description: reasons[code] ?? 'refused',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
          },
        ]),
      ),
    },
  };
}

/** Such as `deleteSessionsId`. */
function operationId(method: string, path: string): string {
  const words = path.split(/\W+/).filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** A schema without the mark of its dialect, which the document names once for all. */
function jsonSchema(schema: z.core.$ZodType): Record<string, unknown> {
  const described: Record<string, unknown> = {
    ...z.toJSONSchema(schema, { target: 'draft-2020-12', unrepresentable: 'any' }),
  };
  delete described['$schema'];
  return described;
}
