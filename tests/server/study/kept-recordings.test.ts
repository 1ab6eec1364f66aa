import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { toKeptJson } from '../../../server/study/kept-json.js';
import { packageVersion } from '../../../server/package-info.js';
import { fileStore, keepingRecordings } from '../../../server/study/kept-recordings.js';
import { InputOutputError } from '../../../src/ground/signal/errors.js';
import { onTheSpot } from '../../../src/study/job.js';
import { mb1 } from '../../../src/study/benchmark/mb1.js';
import { PersonSessions } from '../../../src/study/benchmark/person-sessions.js';

const scratch = mkdtempSync(join(tmpdir(), 'myodesis-recordings-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(scratch, 'store-'))));

const nobody = (): never => {
  throw new Error('made anew');
};

it('gives the recordings of a person as they were made, bit for bit', () => {
  const suite = { ...mb1, conditions: mb1.conditions.slice(0, 1) };
  const [person] = suite.people.test;
  const store = fileStore(folder);
  const first = new PersonSessions(suite, person, store);
  first.record();
  expect(readdirSync(folder)).toHaveLength(3);
  const again = new PersonSessions(suite, person, { take: (of) => store.take(of, nobody) });
  again.record();
  const bits = (one: PersonSessions): string =>
    toKeptJson([one.calibration, one.under(suite.conditions[0]), one.living]);
  expect(bits(again) === bits(first)).toBe(true);
  expect(bits(first).length).toBeGreaterThan(1e6);
});

it('keeps what JSON would lose, and knows it by all that it was made of', () => {
  const store = fileStore(folder);
  const made = { data: Float32Array.of(1, NaN, -0), none: undefined, never: Infinity };
  expect(store.take(['a', { seed: 1 }], () => made)).toBe(made);
  expect(store.take(['a', { seed: 1 }], nobody)).toStrictEqual(made);
  expect(() => store.take(['a', { seed: 2 }], nobody)).toThrow('made anew');
});

it('makes anew what is damaged, and keeps that', () => {
  const store = fileStore(folder);
  store.take('a', () => 'whole');
  const path = join(folder, readdirSync(folder)[0] ?? '');
  const bytes = readFileSync(path);
  for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 10), Buffer.alloc(0)]) {
    writeFileSync(path, damaged);
    expect(store.take('a', () => 'anew')).toBe('anew');
    expect(store.take('a', nobody)).toBe('anew');
  }
});

it('says which file cannot be written', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => fileStore(file).take('a', () => 1)).toThrow(InputOutputError);
});

it('deletes the recordings of other versions, and nothing else', async () => {
  const others = ['benchmark-recordings-0.0.1', 'recordings', `benchmark-recordings-${packageVersion()}`];
  for (const name of others) mkdirSync(join(folder, name));
  await keepingRecordings(onTheSpot, folder, {});
  expect(others.map((name) => existsSync(join(folder, name)))).toEqual([false, true, true]);
});
