import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { benchOf, type Bench } from '../../../server/study/benchmark-bench.js';
import { keptRunner } from '../../../server/study/kept-results.js';
import { reference } from '../../../src/study/benchmark/baseline-decoders.js';
import { runBenchmark } from '../../../src/study/benchmark/benchmark.js';
import { onTheSpot } from '../../../src/study/job.js';
import { tinySuite } from '../../support/tiny-suite.js';
import { OutsideProcess, type Heard } from '../outside/outside-process.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-process-'));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
  rmSync(folder, { recursive: true, force: true });
});
const [first] = tinySuite.people.test;
const second = { body: 'transradial-armband', number: 2, seed: 2 };
/** Two people whom a quick run has both: it leaves out the test of the simulated user. */
const suite = {
  ...tinySuite,
  people: { test: [first, second], development: [] },
  quickBodies: [first.body, second.body],
};

/** A bench with a process that says what `ready` says and is always sure of its first class; `hear` may object. */
async function bench(ready: object, hear: (message: Heard) => unknown = () => undefined) {
  const notices: string[] = [];
  let fits = 0;
  const made: Promise<Bench> = benchOf({ type: 'process', text: 'ws:0', port: 0 }, reference.patch, {
    people: suite.people.test,
    stop: new AbortController().signal,
    onNotice: (text) => notices.push(text),
  });
  await expect.poll(() => notices.length).toBeGreaterThan(0);
  const classes: string[] = [];
  const process = await OutsideProcess.connect(/ws:\S+/.exec(notices[0] ?? '')?.[0] ?? '', (message) => {
    if (message.op === 'error') return undefined;
    const objection = hear(message);
    if (objection !== undefined) return objection;
    if (message.op === 'hello') {
      classes.splice(0, Infinity, ...message.classes);
      return { op: 'ready', name: 'mine', fit: true, ...ready };
    }
    if (message.op === 'fit' && message.last) fits++;
    if (message.op === 'fit') return message.last ? { op: 'fitted', id: message.id } : undefined;
    return { op: 'posterior', id: message.id, p: classes.map((_, k) => Number(k === 0)) };
  });
  const found = await made;
  open.push(found, { close: () => process.stop() });
  return { ...found, notices, fits: () => fits };
}

describe('a process in a benchmark', () => {
  it('is taught in each person; where it fails in one the others go on, and only that one is done again', async () => {
    let lesson = 0;
    const mine = await bench({ version: '1.2' }, ({ op, id }) => {
      if (op === 'hello') lesson++;
      // The first hello is but to meet it; every person has a lesson of the whole and one of a second.
      if (op === 'classify' && lesson === 2) return { op: 'posterior', id, p: [-1] };
      return undefined;
    });
    expect(mine.decoder).toMatchObject({
      name: 'HTD, mine 1.2',
      outside: { name: 'mine', version: '1.2', input: 'features', learns: true },
    });
    expect([mine.fits(), mine.isKnown, mine.travels]).toEqual([0, true, false]);
    const runner = keptRunner(onTheSpot, folder, {
      version: '1',
      keeps: (outcome) => Object.hasOwn(Object(outcome) as object, 'scores'),
    });
    const measured = () => runBenchmark(suite, [mine.decoder], { ...mine.host, runner, quick: true });
    const run = await measured();
    expect(run.decoders[0]?.failures).toMatchObject([
      { person: first, message: expect.stringMatching(/mine sent 16 messages in a row/) as unknown },
    ]);
    const [scores] = run.decoders[0]?.people ?? [];
    expect(scores?.person).toEqual(second);
    // One class of seven is right all the time: what is always said.
    expect(scores?.sessions.map(({ name, accuracy }) => [name, accuracy.toFixed(4)])).toEqual([
      ['plain', (1 / 7).toFixed(4)],
      ['one-second', (1 / 7).toFixed(4)],
    ]);
    expect([mine.fits(), readdirSync(folder).length]).toEqual([3, 1]);
    // Who is done is not asked again; who failed is.
    const again = await measured();
    expect(again.decoders[0]?.people.map(({ person }) => person)).toEqual([first, second]);
    expect(again.decoders[0]?.people[1]).toEqual(scores);
    expect([mine.fits(), readdirSync(folder).length]).toEqual([5, 2]);
  });

  it('that comes back as another one is told', async () => {
    let hellos = 0;
    const mine = await bench({}, ({ op }) =>
      op === 'hello' && hellos++ > 0 ? { op: 'ready', name: 'mine', fit: false } : undefined,
    );
    expect(mine.notices.join()).toMatch(/mine tells no version: nothing is kept/);
    expect(mine.isKnown).toBe(false);
    const model = await mine.host.openOutside({ name: '', input: 'features', learns: true }, first, 'whole');
    const task = { classes: ['a', 'b'], features: ['f'], channels: ['c'] };
    const rates = { sampleRateHz: 1000, windowMs: 10, stepMs: 10 };
    await expect(model.prepare({ ...task, ...rates })).rejects.toThrow(
      'was mine (input features, fit true) and came back as mine (input features, fit false)',
    );
  });
});
