import { describe, expect, it } from 'vitest';
import { compare, type Side } from '../../../../src/study/likeness/compare.js';
import { peopleSets } from '../../../../src/study/likeness/people.js';
import { statisticNames } from '../../../../src/study/likeness/statistic-names.js';
import {
  comparisonJson,
  statisticColumns,
  statisticTable,
} from '../../../../src/study/likeness/summaries.js';
import { likenessReport } from '../../../../src/study/report/likeness-report.js';
import { syntheticPerson, type SyntheticTraits } from '../../../support/synthetic-people.js';

const side = (name: string, ...people: SyntheticTraits[]): Side => ({
  name,
  people: people.map(syntheticPerson),
});
const crowd = (name: string, first: number, traits: Partial<SyntheticTraits> = {}): Side =>
  side(name, ...[0, 1, 2, 3].map((n) => ({ seed: first + n, ...traits })));

describe('a comparison', () => {
  it('finds two crowds of one kind alike', async () => {
    const { rows, twoSample, transfer } = await compare(crowd('a', 1), crowd('b', 11));
    expect(rows.map(({ name }) => name)).toEqual(statisticNames);
    // Eight people of one kind: what separates them is chance.
    expect(twoSample?.splitBy).toBe('person');
    expect(Math.abs((twoSample?.auc ?? 1) - 0.5)).toBeLessThan(0.1);
    for (const { accuracy, direction } of transfer?.rows ?? [])
      expect(accuracy, direction).toBeGreaterThan(0.95);
    expect(transfer?.rows.map(({ direction }) => direction)).toEqual([
      'within real people',
      'real to other real people',
      'simulated to real',
      'real to simulated',
      'within simulated people',
      'simulated to other simulated people',
    ]);
  });

  it('finds another spectrum, whatever its strength, and says by what', async () => {
    const { rows, twoSample } = await compare(crowd('a', 1), crowd('b', 11, { smoothness: 0.8, gain: 30 }));
    const mdf = rows.find(({ name }) => name === 'MDF');
    expect(mdf?.z).toBeLessThan(-3);
    expect(mdf?.zOf).toBe('real');
    expect(twoSample?.auc).toBeGreaterThan(0.98);
    expect(twoSample?.telling[0]?.name).toMatch(/frequency|f90|power|crossings|length/);
  });

  it('gives the same result again', async () => {
    const once = (): Promise<unknown> => compare(crowd('a', 1), side('b', { seed: 20 })).then(comparisonJson);
    expect(await once()).toEqual(await once());
  });

  it('tells no z of one person and one person, and the simulated one’s where they are many', async () => {
    const single = await compare(side('a', { seed: 1 }), side('b', { seed: 2 }));
    expect(single.rows.every(({ z, sdRatio }) => z === null && sdRatio === null)).toBe(true);
    expect(single.rows[0]?.difference).not.toBeNull();
    expect(single.twoSample?.splitBy).toBe('repetition');
    const among = await compare(side('a', { seed: 1 }), crowd('b', 11));
    expect(among.rows[0]?.zOf).toBe('simulated');
  });

  it('brings rates to the lower one, and compares spectra only of one band', async () => {
    const { real, simulated, notes } = await compare(
      side('a', { seed: 1, rateHz: 200, seconds: 3 }),
      side('b', { seed: 2, rateHz: 1000, seconds: 3 }),
    );
    expect(real.portraits[0]?.likeness.sampleRateHz).toBe(200);
    expect(simulated.portraits[0]?.likeness.sampleRateHz).toBe(200);
    expect(notes.join()).toContain('Recordings at 1000 Hz were brought to 200 Hz');
    const set = peopleSets.find(({ name }) => name === 'hand');
    const { rows } = await compare(
      { name: 'people:hand', people: [], ...(set && { set }) },
      side('b', { seed: 2, rateHz: 200 }),
    );
    const row = (wanted: string) => rows.find(({ name }) => name === wanted);
    expect(row('MDF')).toMatchObject({
      z: null,
      reason: 'bands differ: real up to 400 Hz, simulated up to 90 Hz',
    });
    expect(row('slopeHi')?.reason).toContain('band ends at 90 Hz');
    expect(row('classSd')?.z).not.toBeNull();
  });

  it('finds the turn of the electrodes, and turns them where told to', async () => {
    const real = side('a', { seed: 1 });
    const turned = side('b', { seed: 2, turn: 2 });
    const asIs = await compare(real, turned);
    expect(asIs.match).toMatchObject({ turn: 2, mirrored: false });
    expect(asIs.notes.join()).toContain('--rotate');
    const straight = await compare(real, turned, { rotate: true });
    const transferred = ({ transfer }: typeof asIs): number =>
      transfer?.rows.find(({ direction }) => direction === 'simulated to real')?.accuracy ?? NaN;
    expect(transferred(straight)).toBeGreaterThan(0.95);
    expect(transferred(straight)).toBeGreaterThan(transferred(asIs) + 0.1);
  });

  it('trains on movements that all have, and says which are left out', async () => {
    const more = { seed: 2, labels: ['rest', 'hand-close', 'hand-open', 'wrist-flexion'] };
    const { notes, transfer } = await compare(side('a', { seed: 1 }), side('b', more));
    expect(notes.join()).toContain('leave out what not everybody has: wrist-flexion');
    expect(transfer?.rows.length).toBe(4);
    const other = await compare(
      side('a', { seed: 1 }),
      side('b', { seed: 2, labels: ['knee-flexion', 'rest'] }),
    );
    expect(other.transfer).toBeUndefined();
    expect(other.notes.join()).toContain('share rest: no decoders were trained');
  });

  it('refuses other channels, and stops when told to', async () => {
    await expect(compare(side('a', { seed: 1 }), side('b', { seed: 2, channels: 4 }))).rejects.toMatchObject({
      message: 'person 2 has 4 channels, person 1 has 6',
      hint: expect.stringContaining('preset') as string,
    });
    const stop = AbortSignal.abort();
    await expect(compare(side('a', { seed: 1 }), side('b', { seed: 2 }), { stop })).rejects.toThrow(
      'stopped',
    );
  });

  it('is a table and a report of which every section is there', async () => {
    const comparison = await compare(crowd('a <b>', 1), side('b', { seed: 9 }));
    const table = statisticTable(comparison);
    expect(table).toHaveLength(statisticNames.length);
    expect(new Set(table.map(({ length }) => length))).toEqual(new Set([statisticColumns.length]));
    const html = likenessReport(comparison, { title: 'Alike?', facts: [['real', 'a <b>']], footer: 'end' });
    for (const title of [
      'Statistics',
      'Spectra',
      'Correlation between channels',
      'told apart',
      'Train on one',
      'Notes',
    ])
      expect(html).toContain(title);
    expect(html).toContain('a &#60;b&#62;');
    expect(html).not.toMatch(/NaN|undefined/);
  });
});

describe('the sets of people', () => {
  it('have every statistic with an SD above 0, but for the single person', () => {
    for (const { name, statistics } of peopleSets) {
      if (name !== 'thigh-amputee') expect(Object.keys(statistics)).toEqual(statisticNames);
      for (const { sd, n } of Object.values(statistics))
        expect(n === 1 ? sd === null : (sd ?? 0) > 0).toBe(true);
    }
  });
});
