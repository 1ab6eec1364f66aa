import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptRunner } from '../../../server/study/kept-results.js';
import { fromKeptJson, toKeptJson } from '../../../server/study/kept-json.js';
import { onTheSpot, type Job, type JobRunner } from '../../../src/study/job.js';

interface Task {
  readonly n: number;
  readonly why?: string;
}

let folder: string;
let worked: number[];
const squares: Job<Task, { square: number; none: number; list: Float32Array }> = {
  name: 'squares',
  work: ({ n }) => {
    worked.push(n);
    if (n === 13) throw new Error('unlucky');
    return { square: n * n, none: NaN, list: Float32Array.of(n / 3) };
  },
};
const tasks = [3, 1, 2].map((n) => ({ n }));
const kept = (version = '1', runner: JobRunner = onTheSpot): JobRunner => {
  const onNotice = (text: string): void => void notices.push(text);
  return keptRunner(runner, folder, { version, onNotice });
};
let notices: string[];

/** Tasks of the last first, as threads may do them. */
const backwards: JobRunner = {
  lanes: 2,
  async run(job, all, onResult, options) {
    const last = all.length - 1;
    const values = await onTheSpot.run(
      job,
      [...all].reverse(),
      (result, t) => onResult(result, last - t),
      options,
    );
    return values.reverse();
  },
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-kept-'));
  [worked, notices] = [[], []];
});
afterEach(() => rm(folder, { recursive: true }));

const run = (runner: JobRunner, all: readonly Task[] = tasks) =>
  runner.run(squares, all, (result) => result, {});

describe('kept results', () => {
  it('are what was computed, and are not computed again', async () => {
    const first = await run(kept());
    expect(first).toEqual(await run(onTheSpot));
    worked = [];
    const shares: number[] = [];
    const again = await kept().run(squares, [...tasks, { n: 4 }], (result, t) => [t, result.square], {
      onProgress: (share) => shares.push(share),
    });
    expect(again).toEqual([
      [0, 9],
      [1, 1],
      [2, 4],
      [3, 16],
    ]);
    expect(worked).toEqual([4]);
    expect(shares.at(-1)).toBe(1);
    expect(await run(kept())).toEqual(first);
    expect(notices).toEqual([]);
  });

  it('have the same files whoever computes them, in whatever order', async () => {
    await run(kept());
    const files = (await readdir(folder)).sort();
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    await rm(folder, { recursive: true });
    expect(await run(kept('1', backwards))).toEqual(await run(onTheSpot));
    expect((await readdir(folder)).sort()).toEqual(files);
    expect(await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).toEqual(texts);
    expect(files).toHaveLength(3);
  });

  it('hold of a task whatever the order of its properties, and of no other task, job or version', async () => {
    await run(kept(), [{ n: 1, why: 'a' }]);
    worked = [];
    await run(kept(), [{ why: 'a', n: 1 }]);
    expect(worked).toEqual([]);
    await run(kept(), [{ n: 1, why: 'b' }]);
    await run(kept('2'), [{ n: 1, why: 'a' }]);
    await kept().run({ ...squares, name: 'others' }, [{ n: 1, why: 'a' }], () => 0, {});
    expect(worked).toEqual([1, 1, 1]);
  });

  it('are kept of a run that fails or is stopped', async () => {
    await expect(run(kept(), [...tasks, { n: 13 }])).rejects.toThrow('unlucky');
    const stop = new AbortController();
    const stopped = kept().run(squares, [...tasks, { n: 5 }, { n: 6 }], () => 0, {
      stop: stop.signal,
      onProgress: (share) => share >= 0.8 && stop.abort(),
    });
    await expect(stopped).rejects.toThrow('stopped before it was done');
    worked = [];
    await run(kept(), [...tasks, { n: 5 }, { n: 6 }]);
    expect(worked).toEqual([6]);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, -10)],
    ['changed', (text: string) => text.replace('"square":9', '"square":8')],
    ['emptied', () => ''],
  ])('are computed anew where a file was %s, and it is said', async (_, damage) => {
    await run(kept(), [{ n: 3 }]);
    const [file = ''] = await readdir(folder);
    const whole = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), damage(whole));
    worked = [];
    expect(await run(kept(), [{ n: 3 }])).toEqual([{ square: 9, none: NaN, list: Float32Array.of(1) }]);
    expect(worked).toEqual([3]);
    expect(notices).toEqual([`${join(folder, file)} is damaged; it is computed anew.`]);
    expect(await readFile(join(folder, file), 'utf8')).toBe(whole);
  });

  it('tell of a folder that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const inFile = keptRunner(onTheSpot, join(folder, 'file', 'kept'), { version: '1' });
    await expect(run(inFile)).rejects.toThrow(/file\/kept: /);
  });
});

describe('JSON of results', () => {
  it('gives back every bit', () => {
    const value = {
      numbers: [0, -0, NaN, Infinity, -Infinity, 0.1, 5e-324],
      arrays: [Float32Array.of(0.1, NaN), new Float64Array(0), Int16Array.of(-3).subarray(0, 1)],
      rest: [null, true, 'a\nb', { deep: [[]] }, [undefined]],
    };
    expect(fromKeptJson(toKeptJson(value))).toEqual(value);
    expect(toKeptJson({ b: 1, a: { d: undefined, c: 2 } }, { sorted: true })).toBe('{"a":{"c":2},"b":1}');
  });

  it.each([[() => 0], [new Map()], [1n], [{ $: 'NaN' }], [new Date(0)]])(
    'refuses what it would lose: %o',
    (value) => {
      expect(() => toKeptJson({ value })).toThrow(/cannot be kept as JSON/);
    },
  );
});
