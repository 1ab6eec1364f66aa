import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { scratch } from '../recordings/fixtures.js';
import { runCommand } from './run-command.js';

const at = scratch();
const inputs = new URL('../../golden/inputs/', import.meta.url).pathname;

interface Answer {
  readonly names: string[];
  readonly rows: number[][];
  readonly starts: number[];
  readonly notes: string[];
}
async function features(file: string, ...flags: string[]): Promise<Answer> {
  const { code, out, err } = await runCommand('features', file, '--json', ...flags);
  expect(err).not.toMatch(/^myodesis/);
  expect(code).toBe(0);
  return JSON.parse(out) as Answer;
}
const column = ({ names, rows }: Answer, name: string): number[] =>
  rows.map((row) => row[names.indexOf(name)] ?? NaN);
/** 4 s at 1 kHz: a second of rest at 1 µV, then 40 µV, in the unit given. */
const bursts = (perMicrovolt: number, label = false): string =>
  Array.from({ length: 4000 }, (_, i) => {
    const quiet = i % 2000 < 1000;
    const value = (((i * 7919) % 101) / 50 - 1) * (quiet ? 1.7 : 70) * perMicrovolt;
    return `${i / 1000},${value}${label ? `,${quiet ? 'rest' : 'hand close'}` : ''}`;
  }).join('\n');

describe('myodesis features', () => {
  it('makes no window across a gap', async () => {
    const answer = await features(`${inputs}gap.csv`, '--set', 'MNF');
    expect(answer.starts.filter((start) => start > 800 && start < 3000)).toEqual([]);
    const mnf = column(answer, 'a.MNF');
    expect(mnf[0]).toBeCloseTo(246.2, 1);
    for (const value of mnf) expect(value).toBeGreaterThan(220);
    expect(answer.notes.join()).toMatch(/1 gap, the first after sample 1000/);
  });

  it.each([`time_sec_space.csv`, 'timestamp_us.csv', 'comment.csv'])(
    'takes the clock of %s for no channel',
    async (name) => {
      const { names } = await features(`${inputs}${name}`, '--set', 'MAV');
      expect(names).toEqual(['a.MAV', 'b.MAV']);
    },
  );

  it('keeps full precision and the unit of the file', async () => {
    await writeFile(at('precise.csv'), '0.1,-2e-7\n0.1,-2e-7\n0.1000000000000002,-2e-7\n');
    const { rows } = await features(
      at('precise.csv'),
      '--rate',
      '1000',
      '--set',
      'WL',
      '--window',
      '3',
      '--step',
      '3',
    );
    expect(rows[0]?.[0]).toBeCloseTo(2e-16, 16);
  });

  it('counts the same in every unit: CARD, WAMP, ZC', async () => {
    const counted: number[][][] = [];
    for (const [unit, perMicrovolt] of [
      ['uV', 1],
      ['mV', 1e-3],
      ['V', 1e-6],
    ] as const) {
      await writeFile(at(`${unit}.csv`), `time_s,a [${unit}]\n${bursts(perMicrovolt)}\n`);
      counted.push((await features(at(`${unit}.csv`), '--set', 'CARD,WAMP,ZC')).rows);
    }
    expect(counted[1]).toEqual(counted[0]);
    expect(counted[2]).toEqual(counted[0]);
    const [card = 0, wamp = 0] = counted[0]?.[0] ?? [];
    expect(card).toBe(5);
    expect(wamp).toBeLessThan(20);
  });

  it('takes the noise from what is labelled rest, says so, and takes thresholds as they are given', async () => {
    await writeFile(at('labelled.csv'), `time_s,a_uV,class\n${bursts(1, true)}\n`);
    const byRest = await features(at('labelled.csv'), '--set', 'LS4');
    expect(byRest.notes.join()).toMatch(
      /WAMP counts above the noise of rest .*up to 0.991 µV.* from what is labelled rest/,
    );
    const wamp = async (...flags: string[]) =>
      column(await features(at('labelled.csv'), '--set', 'WAMP', ...flags), 'a.WAMP');
    expect((await wamp('--thresholds', '1000')).every((count) => count === 0)).toBe(true);
    expect((await wamp('--thresholds', 'libemg'))[0]).toBeGreaterThan(190);
    expect((await features(at('labelled.csv'), '--set', 'HTD', '--thresholds', 'rest')).notes.join()).toMatch(
      /ZC, SSC count/,
    );
    const { code, err } = await runCommand('features', at('labelled.csv'), '--thresholds', 'much');
    expect(code).toBe(2);
    expect(err).toMatch(/Expected libemg, rest, or an amplitude/);
  });

  it('says that nothing is quiet where nothing is', async () => {
    const { notes } = await features(`${inputs}comment.csv`, '--set', 'WAMP');
    expect(notes.join()).toMatch(/up to 3 µV.*nothing in the recording is quiet/);
  });

  it('leaves windows with missing samples out, and says how many', async () => {
    const text = bursts(1).replace(/^0.05,.*$/m, '0.05,NaN');
    await writeFile(at('nan.csv'), `time_s,a_uV\n${text}\n`);
    const { starts, notes } = await features(at('nan.csv'), '--set', 'MAV');
    expect(starts[0]).toBe(100);
    expect(notes.join()).toMatch(/2 windows hold missing samples and were left out/);
  });

  it('chooses channels, and reads other formats in µV', async () => {
    expect((await features(`${inputs}gap.csv`, '--set', 'MAV', '--channels', 'b')).names).toEqual(['b.MAV']);
    const { rows } = await features(`${inputs}edf-duration-point.edf`, '--set', 'MAV');
    expect(rows[0]?.[0]).toBeCloseTo(61.56, 2);
    const { err } = await runCommand('features', `${inputs}gap.csv`, '--variable', 'emg');
    expect(err).toMatch(/a text file has no variable "emg"/);
  });
});
