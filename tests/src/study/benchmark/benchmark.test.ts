import { beforeAll, describe, expect, it } from 'vitest';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { baselineDecoders, reference } from '../../../../src/study/benchmark/baseline-decoders.js';
import type { BenchmarkDecoder } from '../../../../src/study/benchmark/benchmark-decoder.js';
import { baselinesOf } from '../../../../src/study/benchmark/baselines.js';
import { runBenchmark, type BenchmarkRun } from '../../../../src/study/benchmark/benchmark.js';
import { mb1 } from '../../../../src/study/benchmark/mb1.js';
import { scenarioOfPerson } from '../../../../src/study/benchmark/suite-people.js';
import { suiteHash } from '../../../../src/study/benchmark/suite.js';
import { benchmarkResult } from '../../../../src/study/benchmark/result.js';
import { benchmarkJson } from '../../../../src/study/benchmark/result-json.js';
import { personKey, valuesOfRun } from '../../../../src/study/benchmark/summary.js';
import { benchmarkReport } from '../../../../src/study/report/benchmark-report.js';

const fragile = baselineDecoders.find(({ name }) => name === 'HTD-LDA, thresholds') ?? reference;
const throwing: BenchmarkDecoder = {
  name: 'mine',
  patch: { features: ['MAV'] },
  classifier: {
    name: 'mine',
    create: () => ({
      classes: ['rest'],
      fit() {
        throw new Error('not today');
      },
      posterior: () => [1],
    }),
  },
};
/** One person of the suite: what is measured in them depends on nobody else. */
const alone = { ...mb1, people: { test: mb1.people.test.slice(0, 1), development: [] } };
const [person] = alone.people.test;

describe('the benchmark in one person', () => {
  let run: BenchmarkRun;
  beforeAll(async () => {
    run = await runBenchmark(alone, [reference, fragile, throwing], { mend: false });
  }, 120_000);
  const valuesOf = (name: string) => {
    const found = run.decoders.find((decoder) => decoder.name === name);
    return found && valuesOfRun(found).people[0]?.values;
  };

  it('gives the numbers that are committed', () => {
    expect(baselinesOf(mb1).map(({ name }) => name)).toEqual(baselineDecoders.map(({ name }) => name));
    for (const { name } of [reference, fragile]) {
      const baseline = baselinesOf(mb1).find((one) => one.name === name);
      const row = baseline?.people.find(({ key }) => key === personKey(person));
      expect({ recoverySeconds: NaN, ...valuesOf(name) }).toEqual(row?.values);
    }
  });

  it('tells a fragile decoder from a robust one by what breaks it', () => {
    const [robust, thresholds] = [valuesOf(reference.name), valuesOf(fragile.name)];
    // What counts only above the noise of one day goes with that noise, and is calmer in another position.
    expect(Math.abs((robust?.plain ?? 0) - (thresholds?.plain ?? 0))).toBeLessThan(0.05);
    expect(thresholds?.noise).toBeLessThan((robust?.noise ?? 0) - 0.05);
    expect(thresholds?.position).toBeGreaterThan(robust?.position ?? 1);
  });

  it('goes on where a classifier throws, and says so', () => {
    const [, , failed] = run.decoders;
    expect(failed?.people).toEqual([]);
    expect(failed?.failures).toMatchObject([
      { person, message: expect.stringContaining('not today') as unknown },
    ]);
    expect(() => benchmarkResult(mb1, { ...run, decoders: [failed] })).toThrow(ModelError);
  });

  it('leaves the numbers of whom it failed in out, also of the baselines', () => {
    const [own] = run.decoders;
    const [, other] = mb1.people.test;
    const failures = [{ person: other, message: 'mine: not today', hint: '' }];
    const result = benchmarkResult(mb1, { ...run, decoders: [{ ...own, failures }] }, baselinesOf(mb1));
    expect(result.notes.join()).toContain(
      `${personKey(other)} is left out, also of the baselines: mine: not today`,
    );
    expect(new Set(result.baselines.map(({ people }) => people))).toEqual(new Set([1]));
    const same = result.comparisons.find(({ baseline }) => baseline === own.name);
    expect(same).toMatchObject({ difference: { mean: 0 }, test: { p: 1, n: 1 } });
    expect(result.weaknesses.map(({ loss }) => loss.mean)).toEqual(
      result.weaknesses.map(({ loss }) => loss.mean).sort((a, b) => b - a),
    );
    const json: unknown = JSON.parse(JSON.stringify(benchmarkJson(result)));
    expect(json).toMatchObject({ suite: 'MB-1', result: { name: own.name, people: 1 } });
    const page = benchmarkReport(mb1, result, {
      title: 'T',
      facts: [],
      footer: '',
      methods: 'How.',
      links: [],
    });
    expect(page).toContain('HTD-kNN');
  });
});

describe('MB-1', () => {
  it('is frozen: another number is another version', () => {
    expect(suiteHash(mb1)).toBe('49174e12');
  });

  it('has thirty people, ten of them held, nobody twice', () => {
    const { test, development } = mb1.people;
    expect([test.length, development.length]).toEqual([10, 20]);
    expect(new Set([...test, ...development].map(personKey)).size).toBe(30);
    expect(new Set(test.map(({ body }) => body)).size).toBe(6);
    expect(scenarioOfPerson(test[0])).toMatchObject({ seed: test[0].seed, preset: test[0].body });
  });
});
