import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openOutside } from '../../../server/outside/open-outside.js';
import type { OutsideOptions } from '../../../server/outside/outside-classifier.js';
import { evaluateAll, type Evaluation } from '../../../src/study/evaluate.js';
import { studyData } from '../../../src/study/study-data.js';
import { recordings } from '../../support/training-recordings.js';
import { OutsideProcess, type Heard } from './outside-process.js';

/** Five movements, three repetitions: three parts of a split. */
const data = studyData(recordings().map((recording) => ({ ...recording, trial: '0' })));
const sure = [1, 0, 0, 0, 0];
const processes: OutsideProcess[] = [];

afterEach(async () => {
  for (const one of processes.splice(0)) await one.stop();
});

/**
 * Evaluate by a process. `answer` may return undefined for no answer.
 * @param patience of the study, shorter than that of the command
 */
function evaluating(
  answer: (message: Heard, asked: number, self: OutsideProcess) => unknown,
  patience: OutsideOptions = {},
  { stop, comes = true }: { stop?: AbortSignal; comes?: boolean } = {},
) {
  const notices: string[] = [];
  let told: (address: string) => void = () => undefined;
  const address = new Promise<string>((resolve) => (told = resolve));
  const evaluation = evaluateAll(data, {
    features: ['HTD'],
    // These processes bring a model and do not learn.
    unseen: true,
    classifiers: [
      {
        name: 'ws:0',
        open: (onNotice, halt) =>
          openOutside(
            { type: 'process', text: 'ws:0', port: 0 },
            { timeoutMs: 5000, returnMs: 60, ...patience, onNotice, ...(halt && { stop: halt }) },
          ),
      },
    ],
    onNotice: (text) => {
      notices.push(text);
      const found = /ws:\S+/.exec(text)?.[0];
      if (found) told(found);
    },
    ...(stop && { stop }),
  });
  const came = address.then(async (at) => {
    if (!comes) return undefined;
    let asked = 0;
    const made: OutsideProcess = await OutsideProcess.connect(at);
    processes.push(made);
    made.answer = (message) => answer(message, message.op === 'classify' ? asked++ : asked, made);
    const [hello] = made.heard;
    if (hello) made.say(answer(hello, 0, made) ?? {});
    return made;
  });
  return { evaluation, notices, address, came };
}

const ready = { op: 'ready', name: 'theirs' };

/** What became of the one cell. */
function only({ cells, failures }: Evaluation) {
  return { cell: cells[0], failure: failures[0] };
}

describe('a study by a process', () => {
  it('waits for one that crashed and is started again, and loses nothing', async () => {
    let crashed = false;
    const answer = (message: Heard, asked: number, self?: OutsideProcess): unknown => {
      if (message.op === 'hello') return ready;
      if (asked < 20 || crashed) return { op: 'posterior', id: message.id, p: sure };
      crashed = true;
      void self?.stop().then(async () => {
        await expect.poll(() => run.notices.join()).toMatch(/is lost/); // One process at a time.
        processes.push(await OutsideProcess.connect(await run.address, (heard) => answer(heard, 0)));
      });
      return undefined;
    };
    const run = evaluating(answer, { returnMs: 5000 });
    const { cell, failure } = only(await run.evaluation);
    expect(failure).toBeUndefined();
    expect(cell?.warnings.join()).not.toMatch(/not answered/);
    expect(cell?.metrics.decisions).toBeGreaterThan(100);
  });

  it('that crashes for good is named, and the parts that were finished are kept', async () => {
    let hellos = 0;
    const run = evaluating((message, _, self) => {
      if (message.op === 'hello') {
        hellos++;
        return ready;
      }
      if (hellos === 3) {
        self.answer = () => undefined;
        void self.stop();
      }
      return { op: 'posterior', id: message.id, p: sure };
    });
    const { cell, failure } = only(await run.evaluation);
    expect(failure?.message).toMatch(/theirs went away .*crashes, and did not come back within 0.06 s/);
    expect(cell?.warnings).toContain(
      'ws:0 failed after 2 of 3 parts of the split; its numbers are of those alone',
    );
    expect(cell?.metrics.decisions).toBeGreaterThan(0);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'garbage',
      'what?',
      /16 messages in a row that cannot be used, the last: message: got "what\?", expected JSON/,
    ],
    ['NaN', '{"op":"posterior","id":0,"p":[NaN,0,0,0,0]}', /16 messages in a row .* got NaN for a number/],
  ])('that answers %s is given up with its reason', async (_, garbage, message) => {
    const run = evaluating(({ op }) => (op === 'hello' ? ready : garbage), { timeoutMs: 60_000 });
    expect(only(await run.evaluation)).toMatchObject({
      cell: undefined,
      failure: { message: expect.stringMatching(message) },
    });
  });

  it('that never answers a window is given up', async () => {
    const run = evaluating(({ op }) => (op === 'hello' ? ready : undefined), { timeoutMs: 20 });
    const { failure } = only(await run.evaluation);
    expect(failure?.message).toMatch(/theirs left 32 windows in a row unanswered, each for 0.02 s/);
  });

  it.each<[string, unknown, RegExp]>([
    ['garbage', 'hello yourself', /classifier process: message: got "hello yourself", expected JSON/],
    ['an error', { op: 'error', message: 'no licence' }, /classifier process reports: no licence/],
    ['other classes', { op: 'ready', classes: ['a'] }, /got classes a, expected elbow-extension, /],
  ])('that answers hello by %s is refused at once', async (_, reply, message) => {
    const run = evaluating(() => reply);
    expect(only(await run.evaluation).failure?.message).toMatch(message);
  });

  it('that goes before it is ready is named', async () => {
    const run = evaluating((_, __, self) => void self.stop());
    expect(only(await run.evaluation).failure?.message).toMatch(/went away .* did not come back/);
  });

  it.each([
    ['nobody has come', false],
    ['a process thinks', true],
  ])('ends at once when stopped while %s, and its port is free', async (_, comes) => {
    const stop = new AbortController();
    const run = evaluating(
      ({ op }) => (op === 'hello' ? ready : undefined),
      { timeoutMs: 600_000 },
      { stop: stop.signal, comes },
    );
    const address = await run.address;
    if (comes) await (await run.came)?.next('classify');
    stop.abort();
    await expect(run.evaluation).rejects.toMatchObject({ code: 'stream', message: /stopped/ });
    const probe = connect(Number(new URL(address).port), '127.0.0.1');
    const [error] = await once(probe, 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
