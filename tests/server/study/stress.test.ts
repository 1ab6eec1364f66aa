import { beforeAll, describe, expect, it } from 'vitest';
import { parseClassifier } from '../../../server/outside/classifier-reference.js';
import { dials } from '../../../server/study/dials.js';
import { stressReport } from '../../../server/study/report/stress-report.js';
import { jsonRow, stressText } from '../../../server/study/stress-text.js';
import { runStress, type StressPlan, type StressResult } from '../../../server/study/stress.js';
import { mergeScenario, parseScenario } from '../../../src/scenario/scenario.js';
import { runCommand } from '../commands/run-command.js';
import { smallScenario } from '../small-scenario.js';
import { parseVoid } from './parse-void.js';

const scenario = smallScenario({
  intent: {
    movements: ['knee-flexion', 'knee-extension'],
    holdMs: 2000,
    rampMs: 100,
    restMs: 1500,
    leadMs: 400,
  },
});
const plan: StressPlan = { scenario, dials: ['noise', 'packet-loss', 'shift-around'], quick: true };
let result: StressResult;

beforeAll(async () => {
  result = await runStress(plan, { threads: 0 });
});

describe('the dials', () => {
  it.each(dials)('$name turns what the scenario has, at every level', ({ levels, patch }) => {
    const base = { fatThicknessMm: 3, shiftAroundMm: 0, shiftAlongMm: 0, mainsHz: 50 };
    const whole = parseScenario({});
    const turned = levels.map((level) => JSON.stringify(mergeScenario(whole, patch(level, base))));
    expect(turned).not.toContain(JSON.stringify(whole));
  });

  it('have names of their own', () => {
    expect(new Set(dials.map(({ name }) => name)).size).toBe(dials.length);
  });
});

describe('a stress test', () => {
  it('has a row for each dial, of a decoder that works undisturbed', () => {
    expect(result.rows.map(({ dial, level }) => `${dial} ${level}`)).toEqual([
      'noise 20',
      'packet-loss 5',
      'shift-around 10',
    ]);
    expect(result.undisturbed.accuracy).toBeGreaterThan(0.6);
    expect(result.undisturbed.recoverySeconds).toBe(0);
  });

  it('finds that noise hurts, and that it is over when it is over', () => {
    const noise = result.rows[0];
    expect(noise?.accuracy).toBeLessThan(result.undisturbed.accuracy);
    expect(noise?.recoverySeconds).toBeLessThan(1);
  });

  it('does not try recovery where nothing can be switched off', () => {
    expect(result.rows[2]?.recoverySeconds).toBeNaN();
    expect(jsonRow(result.rows[2] ?? result.undisturbed)).toMatchObject({
      recoverySeconds: null,
      recovered: null,
    });
  });

  it('is the same again, over threads too', async () => {
    const again = await runStress(plan, { threads: 2 });
    expect(again.rows).toEqual(result.rows);
    expect(again.undisturbed).toEqual(result.undisturbed);
  });

  it('is another one with another seed', async () => {
    const other = await runStress(
      { ...plan, scenario: mergeScenario(scenario, { seed: 99 }) },
      { threads: 0 },
    );
    expect(other.rows).not.toEqual(result.rows);
  });

  it('takes a trained decoder, and a module', async () => {
    const { decoder } = result;
    const same = await runStress({ ...plan, decoder }, { threads: 0 });
    expect(same.rows).toEqual(result.rows);
    const classifier = parseClassifier('server/outside/examples/classifier-module.mjs');
    const module = await runStress({ ...plan, dials: ['noise'], classifier }, { threads: 0 });
    expect(module.undisturbed.accuracy).toBeGreaterThan(0.6);
    expect(module.rows).not.toEqual(result.rows.slice(0, 1));
  });

  it('stops when told to', async () => {
    const stop = AbortSignal.abort();
    await expect(runStress(plan, { threads: 0, stop })).rejects.toThrow('stopped before it was done');
    await expect(runStress(plan, { threads: 2, stop })).rejects.toThrow('stopped before it was done');
  });

  it('refuses a dial that there is not', async () => {
    await expect(runStress({ ...plan, dials: ['nois'] })).rejects.toMatchObject({
      hint: 'Did you mean noise?',
    });
  });
});

describe('what is said of it', () => {
  it('is a table with a bar', () => {
    const [, none, noise] = stressText(result).split('\n');
    expect(none).toMatch(/^none +\d+\.\d\d % +█+░* /);
    expect(noise).toMatch(/^noise +20 µV +\d+\.\d\d %/);
  });

  it('is a report that needs nothing else, with the numbers in it', () => {
    const html = stressReport(result, { title: 'Stress', facts: [['person', 'a < b']], footer: 'end' });
    expect(parseVoid(html)).toEqual([]);
    expect(html).not.toMatch(/(src|href)=|https?:|@import|<script|NaN|undefined/);
    expect(html.match(/<svg /g)?.length).toBe(3 + 1);
    for (const { accuracy, movingAtRest } of result.rows)
      for (const share of [accuracy, movingAtRest])
        expect(html).toContain(`<td>${(100 * share).toFixed(1)} %</td>`);
  });
});

describe('the command', () => {
  it.each([
    [['--dials', 'nois'], 3, /Did you mean noise/],
    [['--classifier', 'ldaa'], 2, /Did you mean lda/],
    [['--classifier', './mine.ts'], 2, /Compile it/],
    [['--classifier', 'nobody.onnx', '--dials', 'noise'], 4, /no such file/],
    [['--decoder', 'nobody.json'], 4, /no such file/],
    [['--decoder', 'x.json', '--features', 'HTD'], 2, /cannot be used with/],
  ])('with %j says what is wrong', async (flags, code, message) => {
    const outcome = await runCommand(
      'stress',
      '--threads',
      '0',
      '--set',
      'calibration.repetitions=2',
      '--set',
      'calibration.holdMs=600',
      ...flags,
    );
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(code);
  });
});
