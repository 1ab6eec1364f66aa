import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Access, newToken } from '../../../server/access/access.js';
import { startClassifierServer, type ClassifierServer } from '../../../server/outside/classifier-endpoint.js';
import { CLASSIFIER_PROTOCOL } from '../../../server/outside/classifier-messages.js';
import { OutsideClassifier, type OutsideOptions } from '../../../server/outside/outside-classifier.js';
import type { ClassifierTask } from '../../../src/decoder/outside-model.js';
import { gaussianClouds } from '../../support/gaussian-clouds.js';
import { OutsideProcess, type Heard } from './outside-process.js';

const task: ClassifierTask = {
  classes: ['hand-close', 'hand-open', 'rest'],
  features: ['CH1.MAV', 'CH2.MAV'],
  channels: ['CH1', 'CH2'],
  sampleRateHz: 1000,
  windowMs: 200,
  stepMs: 50,
};

const running: (ClassifierServer | OutsideProcess)[] = [];

afterEach(async () => {
  for (const one of running.splice(0)) await ('stop' in one ? one.stop() : one.close());
});

async function start(options: OutsideOptions = {}) {
  const notices: string[] = [];
  const outside = new OutsideClassifier({
    timeoutMs: 2000,
    waitMs: 5000,
    onNotice: (text) => notices.push(text),
    ...options,
  });
  const server = await startClassifierServer(outside, 0);
  running.push(server);
  return { outside, notices, address: server.address, port: server.port };
}

async function process(address: string, answer: (message: Heard) => unknown): Promise<OutsideProcess> {
  const made = await OutsideProcess.connect(address, answer);
  running.push(made);
  return made;
}

/** Ready at once, and sure of the class that the first feature names. */
const obedient = (message: Heard): unknown => {
  if (message.op === 'hello') return { op: 'ready', name: 'obedient' };
  if (message.op === 'classify')
    return { op: 'posterior', id: message.id, p: [0, 1, 2].map((k) => (k === message.x[0] ? 1 : 0)) };
  return undefined;
};

describe('an outside classifier', () => {
  it('is told the work, asked, and its answer normalised', async () => {
    const { outside, notices, address } = await start();
    const one = await process(address, obedient);
    await outside.prepare(task);
    expect(one.heard[0]).toEqual({ op: 'hello', protocol: CLASSIFIER_PROTOCOL, timeoutMs: 2000, ...task });
    expect(await outside.posterior([2, 0])).toEqual(Float64Array.of(0, 0, 1));
    expect(await outside.posterior([0, 0])).toEqual(Float64Array.of(1, 0, 0));
    expect(notices).toEqual(['classifier obedient is connected']);
    expect(outside.latency).toMatchObject({ answers: 2, unanswered: 0 });
    expect(outside.latency.maxMs).toBeGreaterThanOrEqual(outside.latency.meanMs);
  });

  it('learns first where it wants to, from samples in parts', async () => {
    const { outside, address } = await start();
    const one = await process(address, (message) => {
      if (message.op === 'hello') return { op: 'ready', fit: true, input: 'raw-features' };
      if (message.op === 'fit' && message.last) return { op: 'fitted', id: message.id };
      return undefined;
    });
    const x = Array.from({ length: 30_000 }, (_, n) => [n, n + 1]);
    await outside.prepare(task, (kind) => {
      expect(kind).toBe('raw-features');
      return { x, labels: x.map(() => 'rest') };
    });
    const parts = one.heard.flatMap((message) => (message.op === 'fit' ? [message] : []));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap((part) => part.x)).toEqual(x);
    expect(parts.map(({ last }) => last)).toEqual(parts.map((_, n) => n === parts.length - 1));
  });

  it('may have an order of the classes of its own', async () => {
    const { outside, address } = await start();
    await process(address, (message) =>
      message.op === 'hello'
        ? { op: 'ready', classes: ['rest', 'hand-open', 'hand-close'] }
        : { op: 'posterior', id: message.id, p: [0.5, 0.375, 0.125] },
    );
    await outside.prepare(task);
    expect(await outside.posterior([1])).toEqual(Float64Array.of(0.125, 0.375, 0.5));
  });

  it('is refused where it does not know the classes', async () => {
    const { outside, address } = await start();
    await process(address, ({ op }) =>
      op === 'hello' ? { op: 'ready', classes: ['rest', 'fist', 'flat'] } : undefined,
    );
    await expect(outside.prepare(task)).rejects.toThrow(/got classes rest, fist, flat/);
  });

  it('that is silent is reported once, survived, and welcome again', async () => {
    const { outside, notices, address } = await start({ timeoutMs: 40 });
    let silent = true;
    await process(address, (message) =>
      silent && message.op === 'classify' ? undefined : obedient(message),
    );
    await outside.prepare(task);
    const during = await Promise.all([1, 2, 1, 0].map((k) => outside.posterior([k])));
    expect(during).toEqual([undefined, undefined, undefined, undefined]);
    silent = false;
    await expect.poll(() => outside.posterior([1])).toEqual(Float64Array.of(0, 1, 0));
    expect(notices).toEqual([
      'classifier obedient is connected',
      'classifier obedient did not answer within 40 ms',
      'classifier obedient answers again',
    ]);
    expect(outside.latency.unanswered).toBeGreaterThanOrEqual(4);
  });

  it('that crashes leaves nobody waiting, and another may take its place', async () => {
    const { outside, notices, address } = await start({ timeoutMs: 60_000 });
    const first = await process(address, ({ op }) =>
      op === 'hello' ? { op: 'ready', name: 'first' } : undefined,
    );
    await outside.prepare(task);
    const asked = first.next('classify');
    const answer = outside.posterior([1]);
    await asked;
    await first.stop();
    expect(await answer).toBeUndefined();
    expect(await outside.posterior([1])).toBeUndefined();
    await process(address, obedient);
    await expect.poll(() => outside.connected).toBe(true);
    expect(await outside.posterior([1])).toEqual(Float64Array.of(0, 1, 0));
    expect(notices).toEqual([
      'classifier first is connected',
      'the connection to classifier first is lost: it went without a word, as a process does that crashes; it may connect again',
      'classifier obedient is connected',
    ]);
  });

  it.each([
    ['no JSON', 'hello?', /got "hello\?", expected JSON/],
    ['an unknown op', '{"op":"dance"}', /op/],
    ['a posterior for nothing', '{"op":"posterior","id":99,"p":[1,0,0]}', /id 99 was not asked for/],
    ['a posterior without numbers', '{"op":"posterior","id":9,"p":["a"]}', /p\.0/],
    ['NaN as Python writes it', '{"op":"posterior","id":9,"p":[0.5, NaN, 0.5]}', /got NaN for a number/],
    [
      'NaN as JavaScript writes it',
      '{"op":"posterior","id":9,"p":[0.5,null,0.5]}',
      /p\.1: got null, .* makes of NaN/,
    ],
    ['a lesson for nothing', '{"op":"fitted","id":5}', /id 5 was not asked for/],
  ])('is told when it sends %s, and goes on', async (_, garbage, message) => {
    const { outside, notices, address } = await start();
    const one = await process(address, obedient);
    await outside.prepare(task);
    const error = one.next('error');
    one.say(garbage);
    expect((await error) as { message?: string }).toMatchObject({ message: expect.stringMatching(message) });
    one.say(garbage);
    expect(await outside.posterior([1])).toEqual(Float64Array.of(0, 1, 0));
    expect(notices.filter((text) => /cannot be used/.test(text))).toHaveLength(1);
  });

  it('that answers with a wrong posterior is told at once, and nobody waits', async () => {
    const { outside, address } = await start({ timeoutMs: 60_000 });
    const one = await process(address, (message) =>
      message.op === 'classify' ? { op: 'posterior', id: message.id, p: [0.5, 0.5] } : obedient(message),
    );
    await outside.prepare(task);
    const error = one.next('error');
    expect(await outside.posterior([1])).toBeUndefined();
    expect(await error).toMatchObject({ message: 'obedient: got a posterior of 2, expected 3' });
  });

  it('is one at a time', async () => {
    const { outside, address } = await start();
    await process(address, obedient);
    await outside.prepare(task);
    const second = new WebSocket(address, CLASSIFIER_PROTOCOL);
    const [code] = await once(second, 'close');
    expect(code).toBe(1013);
    expect(outside.connected).toBe(true);
  });

  it('is told of new work while connected', async () => {
    const { outside, address } = await start();
    const one = await process(address, obedient);
    await outside.prepare(task);
    await outside.prepare({ ...task, classes: ['a', 'b'] });
    expect(one.heard.flatMap((message) => (message.op === 'hello' ? [message.classes] : []))).toEqual([
      task.classes,
      ['a', 'b'],
    ]);
  });

  it('that never comes is reported with what to do', async () => {
    const { outside } = await start({ waitMs: 30 });
    await expect(outside.prepare(task)).rejects.toThrow(/no classifier connected within 0.03 s/);
  });

  it.each([
    ['a foreign origin', { origin: 'http://evil.example' }, [CLASSIFIER_PROTOCOL], 403],
    ['another subprotocol', {}, ['myodesis.v1'], 400],
  ])('is refused with %s', async (_, headers, protocols, status) => {
    const { address } = await start();
    const socket = new WebSocket(address, protocols, { headers });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain(String(status));
  });

  it('of which the numbers are weights is told that they are divided by their sum, once', async () => {
    const { outside, notices, address } = await start();
    await process(address, (message) =>
      message.op === 'classify' ? { op: 'posterior', id: message.id, p: [1, 3, 0] } : obedient(message),
    );
    await outside.prepare(task);
    for (let n = 0; n < 2; n++) expect(await outside.posterior([1])).toEqual(Float64Array.of(0.25, 0.75, 0));
    expect(notices.slice(1)).toEqual([expect.stringMatching(/sum to 4\.00 instead of 1 .* "logits": true/)]);
  });

  it('of which the numbers are logits says so, or is told how to', async () => {
    const { outside, address } = await start();
    let logits = false;
    const one = await process(address, (message) =>
      message.op === 'hello'
        ? { op: 'ready', logits }
        : message.op === 'classify'
          ? { op: 'posterior', id: message.id, p: [Math.log(0.25), Math.log(0.5), Math.log(0.25)] }
          : undefined,
    );
    await outside.prepare(task);
    const error = one.next('error');
    expect(await outside.posterior([1])).toBeUndefined();
    expect(await error).toMatchObject({ hint: expect.stringMatching(/look like logits.*"logits": true/) });
    logits = true;
    await outside.prepare(task);
    const posterior = await outside.posterior([1]);
    [0.25, 0.5, 0.25].forEach((p, k) => expect(posterior?.[k]).toBeCloseTo(p, 12));
  });

  it.each<[string, (address: string) => string[]]>([
    [
      'JavaScript',
      (address) => [globalThis.process.execPath, 'server/outside/examples/classifier-process.mjs', address],
    ],
    ...python().map((path): [string, (address: string) => string[]] => [
      'Python',
      (address) => [path, 'server/outside/examples/classifier_process.py', address],
    ]),
  ])('runs as the example in %s', async (_, commandFor) => {
    const { outside, notices, address } = await start({ waitMs: 20_000 });
    const [program = '', ...args] = commandFor(address);
    const child = spawn(program, args, { stdio: 'ignore' });
    try {
      const clouds = gaussianClouds({ classes: [...task.classes], features: 2, distance: 6 });
      const samples = clouds.x.map((row) => [...row]);
      await outside.prepare(task, () => ({ x: samples, labels: clouds.labels }));
      const posterior = await outside.posterior([6, 0]);
      expect(posterior?.indexOf(Math.max(...(posterior ?? [])))).toBe(0);
      expect(notices).toEqual(['classifier nearest mean is connected']);
    } finally {
      child.kill();
      await once(child, 'exit');
    }
  });
});

/** A Python that has the library of the example: that of the system, or the first on the path. */
function python(): string[] {
  const has = (path: string): boolean => spawnSync(path, ['-c', 'import websockets']).status === 0;
  const found = ['python3', '/usr/bin/python3'].find(has);
  if (!found) console.warn('*** THE EXAMPLE IN PYTHON IS NOT TRIED: no python3 with websockets here ***');
  return found ? [found] : [];
}

it('lets in, where the service has tokens, only who has that of presenters', async () => {
  const tokens = { presenter: newToken(), viewer: newToken() };
  const outside = new OutsideClassifier({ waitMs: 5000 });
  const server = await startClassifierServer(outside, 0, new Access(tokens));
  running.push(server);
  for (const query of ['', `?token=${tokens.viewer}`, '?token=guessed'])
    await expect(OutsideProcess.connect(`${server.address}${query}`, obedient)).rejects.toThrow(/401/);
  await process(`${server.address}?token=${tokens.presenter}`, obedient);
  await outside.prepare(task);
  expect(outside.connected).toBe(true);
});
