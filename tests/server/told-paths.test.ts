import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLiveModel } from '../../server/outside/live-model.js';
import { recordingsFolder } from '../../server/recordings/recordings-folder.js';
import { requests } from '../../src/protocol/requests.js';
import { smallScenario } from '../support/small-scenario.js';
import { livePatient, type LivePatient } from './live-patient.js';

let folder: string;
let living: LivePatient;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-secret-'));
  const path = join(folder, 'mine.mjs');
  await writeFile(
    path,
    `export const createClassifier = () => ({
      classes: [],
      fit(x, labels) { this.classes = [...new Set(labels)].sort(); },
      posterior() { if (globalThis.faulty) throw new Error('no idea'); return this.classes.map(() => 1 / this.classes.length); },
      toJSON() { return { classes: this.classes }; },
    });`,
  );
  await writeFile(join(folder, 'taken'), 'no folder');
  living = await livePatient({
    scenario: smallScenario(),
    outside: await openLiveModel({ type: 'module', text: path, path }, 100, () => undefined),
    // A folder cannot be made below a file.
    recordings: recordingsFolder(join(folder, 'taken', 'recordings')),
  });
});

afterAll(async () => {
  await living.close();
  await rm(folder, { recursive: true });
});

it('nobody is told where the files of the service lie, whatever they ask and whatever fails', async () => {
  const { client, port } = living;
  Object.assign(globalThis, { faulty: true });
  await client.message('event', ({ text }) => text.includes('no idea'));
  const address = `http://127.0.0.1:${port}/api`;
  const texts: string[] = [];
  const document = await (await fetch(`${address}/openapi.json`)).json();
  for (const [path, methods] of Object.entries<Record<string, unknown>>(document.paths)) {
    if (!methods['get']) continue;
    texts.push(await (await fetch(`${address}${path.replace(/\{\w+\}/, 'nobody')}`)).text());
  }
  for (const { example } of Object.values(requests)) {
    const { op, ...body } = JSON.parse(example);
    if (op === 'step' || op === 'loadPreset') continue;
    await client.ask({ op, ...body });
  }
  const recording = await fetch(`${address}/recorder/start`, {
    method: 'POST',
    body: '{"format":"csv"}',
    headers: { 'Content-Type': 'application/json' },
  });
  expect(recording.status).toBe(409);
  texts.push(await recording.text(), ...client.messages.map((message) => JSON.stringify(message)));
  expect(texts.some((text) => text.includes('startRecording'))).toBe(true);
  expect(texts.filter((text) => text.includes('myodesis-secret-') || text.includes(living.folder))).toEqual(
    [],
  );
});
