import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseVoid } from '../../src/study/parse-void.js';
import { OutsideProcess, type Heard } from '../outside/outside-process.js';
import { runCommand } from './run-command.js';

const example = 'server/outside/examples/classifier-module.mjs';

describe('evaluate of a simulated person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'myodesis-evaluate-'));
  const set = ['--preset', 'transfemoral-surface', '--threads', '0'].concat(
    [
      'calibration.repetitions=2',
      'calibration.holdMs=600',
      'calibration.rampMs=100',
      'calibration.restMs=50',
    ].flatMap((assignment) => ['--set', assignment]),
    ['--set', 'calibration.movements=["rest","knee-flexion","knee-extension"]'],
  );

  it('writes table, CSV and report', async () => {
    const csv = join(folder, 'table.csv');
    const report = join(folder, 'report.html');
    const several = [
      '--features',
      'HTD',
      'MAV,WL',
      '--classifier',
      'lda,qda',
      '--csv',
      csv,
      '--report',
      report,
    ];
    const { code, out, err } = await runCommand('evaluate', ...set, ...several, '--json');
    expect(code, err).toBe(0);
    const { results } = JSON.parse(out);
    expect(results.map((cell: { classifier: string }) => cell.classifier)).toEqual([
      'lda',
      'qda',
      'lda',
      'qda',
    ]);
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\n');
    // Four combinations, then both repetitions of each.
    expect(lines).toHaveLength(1 + 4 + 8);
    expect(lines[3]).toContain(`MAV+WL,lda,200,50,`);
    expect(lines[3]?.split(',')[6]).toBe(String(results[2].accuracy));
    expect(parseVoid(readFileSync(report, 'utf8'))).toEqual([]);
    const told = await runCommand('evaluate', ...set, '--features', 'HTD', 'MAV,WL');
    expect(told.out).toMatch(/MAV\+WL +lda +200 ms +\d+ ms +\d+\.\d\d %/);
    expect(told.out).toMatch(/(◂|≈) best/);
  });

  it('tests a decoder that was saved on a session that it did not learn from', async () => {
    const file = join(folder, 'decoder.json');
    const without = set.filter((flag) => flag !== '--threads' && flag !== '0');
    expect((await runCommand('train', ...without, '--out', file)).code).toBe(0);
    const { out, err } = await runCommand(
      'evaluate',
      ...set,
      '--set',
      'intent.movements=["knee-flexion"]',
      '--decoder',
      file,
      '--json',
    );
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      classifier: 'decoder.json',
      split: expect.stringContaining('live session'),
    });
    const misfit = await runCommand(
      'evaluate',
      '--preset',
      'transhumeral-tmr',
      '--set',
      'calibration.repetitions=1',
      '--set',
      'calibration.movements=["rest"]',
      '--decoder',
      file,
    );
    expect(misfit).toMatchObject({
      code: 4,
      err: expect.stringContaining('does not fit: the list of channels was'),
    });
    const both = await runCommand('evaluate', ...set, '--decoder', file, '--features', 'HTD');
    expect(both).toMatchObject({ code: 2, err: expect.stringContaining("'--features") });
  });

  it('saves and tests a decoder whose model is a module', async () => {
    const file = join(folder, 'module.json');
    const without = set.filter((flag) => flag !== '--threads' && flag !== '0');
    const trained = await runCommand('train', ...without, '--classifier', example, '--out', file);
    expect(trained.code, trained.err).toBe(0);
    const live = ['--set', 'intent.movements=["knee-flexion"]', '--decoder', file];
    const tested = await runCommand('evaluate', ...set, ...live, '--classifier', example, '--json');
    expect(tested.code, tested.err).toBe(0);
    expect(JSON.parse(tested.out).accuracy).toBeGreaterThan(0.5);
    const alone = await runCommand('evaluate', ...set, ...live);
    expect(alone.code).toBe(4);
    expect(alone.err).toContain('uses the classifier classifier-module.mjs of your own');
    expect(alone.err).toContain('--classifier ./mine.js');
  });

  it('is done by a process that connects, and says how quick it was', async () => {
    const address = 'ws://127.0.0.1:18391/classifier';
    const running = runCommand('evaluate', ...set, '--classifier', 'ws:18391', '--json');
    // Only knows rest: rest is right, all else wrong.
    const answer = (message: Heard): unknown =>
      message.op === 'hello'
        ? { op: 'ready', name: 'sleeper', classes: ['rest', 'knee-flexion', 'knee-extension'] }
        : { op: 'posterior', id: message.id, p: [1, 0, 0] };
    const connect = (): Promise<OutsideProcess> =>
      OutsideProcess.connect(address, answer).catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        return connect();
      });
    const sleeper = await connect();
    const { code, out, err } = await running;
    await sleeper.stop();
    expect(code, err).toBe(0);
    expect(err).toContain(`waiting for a classifier at ${address}`);
    const result = JSON.parse(out);
    const rest = result.perClass.find(({ label }: { label: string }) => label === 'rest');
    expect(rest.recall).toBe(1);
    expect(result.accuracy).toBeCloseTo(rest.count / result.decisions, 12);
    expect(result.latency['ws:18391']).toMatchObject({ answers: result.decisions, unanswered: 0 });
  });
});
