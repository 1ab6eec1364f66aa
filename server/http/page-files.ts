import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { HttpError } from './http-error.js';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Ways in which the build packs a file beside itself, the smallest first, with the ending of each. */
const packings: readonly (readonly [encoding: string, ending: string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/**
 * The files of a built page: those with a hash in their name are kept for ever, the page itself is asked for again each
 * time. What the build has packed is sent packed to whoever takes it.
 */
export function pageFiles(folder: string): Router {
  const router = express.Router();
  const assets = join(folder, 'assets');
  const forEver = `public, max-age=${YEAR_MS / 1000}, immutable`;
  router.use('/assets', ...packed(assets, forEver));
  router.use('/assets', express.static(assets, { immutable: true, maxAge: YEAR_MS, fallthrough: false }));
  router.use(...packed(folder, 'no-cache'));
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

/** Send the packed file that is smallest of those that there are and that the client takes; else leave it to the next. */
function packed(folder: string, cacheControl: string): RequestHandler[] {
  return packings.map(([encoding, ending]) => {
    const files = express.static(folder, {
      index: false,
      redirect: false,
      cacheControl: false,
      setHeaders(response: ServerResponse, path: string) {
        response.setHeader('Cache-Control', cacheControl);
        response.setHeader('Content-Encoding', encoding);
        response.setHeader(
          'Content-Type',
          types[extname(path.slice(0, -ending.length))] ?? 'application/octet-stream',
        );
      },
    });
    return (request, response, next) => {
      response.vary('Accept-Encoding');
      const { url, path } = request;
      const folderAsked = path.endsWith('/');
      // A folder that was asked for without its slash is sent to where it has one.
      const slashless = folderAsked && !request.originalUrl.replace(/\?.*/u, '').endsWith('/');
      if (slashless || !request.acceptsEncodings().includes(encoding)) return next();
      request.url = `${folderAsked ? `${path}index.html` : path}${ending}`;
      files(request, response, (error?: unknown) => {
        request.url = url;
        next(error);
      });
    };
  });
}
