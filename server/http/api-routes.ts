import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Router } from 'express';
import { presetByName, presets } from '../../src/scenario/presets/index.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { scenarioFields } from '../../src/scenario/scenario.js';
import { systemCode } from '../../src/ground/signal/system-code.js';
import type { Audience, SessionRequest } from '../../src/patient/session.js';
import { roleOf } from './entry.js';
import { unknownEndpoint } from './http-error.js';
import { jsonText, objectBody } from './json-body.js';
import { sessionNamed, sessionRoutes } from './session-routes.js';
import type { HostedSession, SessionRegistry } from '../sessions/session-registry.js';

/** What the REST interface serves. */
export interface ApiOptions {
  readonly sessions: SessionRegistry;
  readonly audience: Audience;
  /** Folder that recordings are written to and downloaded from. */
  readonly recordingsFolder: string;
  readonly version: string;
}

/** The REST interface; every error is JSON `{ code, message, hint, field }`. */
export function apiRoutes({ sessions, audience, recordingsFolder, version }: ApiOptions): Router {
  const router = express.Router();
  const sessionOf = (request: Request): HostedSession => sessionNamed(sessions, request.query['session']);
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  router.get('/health', (request, response) => {
    const session = sessionOf(request);
    const { phase, text } = session.status();
    const status = phase === 'failed' ? 503 : 200;
    const told = {
      status: phase === 'failed' ? 'failed' : 'ok',
      ready: phase === 'running' || phase === 'paused',
    };
    // Who has no token is told that it lives, nothing of what.
    if (roleOf(request) === undefined) {
      response.status(status).json(told);
      return;
    }
    const { source, index } = session.info();
    response.status(status).json({
      ...told,
      phase,
      text,
      source,
      index,
      version,
      clients: audience.clients,
      lostBlocks: audience.lostBlocks,
      uptimeSeconds: Math.round(process.uptime()),
    });
  });
  router.get('/presets', (_request, response) => {
    response.json(presets.map(({ name, title, description }) => ({ name, title, description })));
  });
  router.get('/presets/:name', (request, response) => {
    response.json(presetByName(request.params.name));
  });
  router.get('/scenario/fields', (_request, response) => {
    response.json(scenarioFields);
  });

  const change = async (session: HostedSession, request: SessionRequest): Promise<unknown> => {
    await session.request(request);
    return session.scenario();
  };
  const json = jsonText();
  router.get('/scenario', (request, response) => {
    response.json(sessionOf(request).scenario());
  });
  router.patch('/scenario', json, async (request, response) => {
    response.json(await change(sessionOf(request), { op: 'patchScenario', patch: objectBody(request) }));
  });
  router.put('/scenario', json, async (request, response) => {
    const scenario = readScenario(objectBody(request));
    response.json(await change(sessionOf(request), { op: 'loadScenario', scenario }));
  });

  router.use('/sessions', sessionRoutes(sessions));
  router.get('/recordings', async (_request, response) => {
    response.json(await recordings(recordingsFolder));
  });
  router.use('/recordings', express.static(recordingsFolder, { dotfiles: 'deny', index: false }));
  router.use(unknownEndpoint);
  return router;
}

async function recordings(folder: string): Promise<{ file: string; bytes: number; url: string }[]> {
  try {
    const found = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const { size } = await stat(join(folder, entry.name));
      found.push({ file: entry.name, bytes: size, url: `/api/recordings/${encodeURIComponent(entry.name)}` });
    }
    return found.sort((a, b) => a.file.localeCompare(b.file));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}
