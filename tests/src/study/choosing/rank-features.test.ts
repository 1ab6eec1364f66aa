import { expect, it } from 'vitest';
import { rankFeatures } from '../../../../src/study/choosing/rank-features.js';
import { rankingLegend } from '../../../../src/study/report/ranking-report.js';
import { dataOfScenario } from '../../../../src/study/study-data.js';
import { smallScenario } from '../../../support/small-scenario.js';

const data = dataOfScenario(smallScenario());
const options = { decoder: { features: ['MAV', 'ZC', 'WL'], windowMs: 100 } };

it('looks at training windows only: what is tested changes no value', async () => {
  const split = { testRepetitions: [1] };
  const quiet = data.segments.map((segment) =>
    segment.repetition === 1
      ? { ...segment, signal: { ...segment.signal, data: segment.signal.data.map((value) => value * 7) } }
      : segment,
  );
  const [one] = (await rankFeatures([{ person: 'A', data }], { ...options, split })).people;
  const [other] = (
    await rankFeatures([{ person: 'A', data: { ...data, segments: quiet } }], { ...options, split })
  ).people;
  expect(other?.items).toEqual(one?.items);
});

it('tests the place of each over people, after Holm', async () => {
  const people = ['A', 'B', 'C', 'D'].map((person) => ({ person, data }));
  const { items } = await rankFeatures(people, options);
  expect(items).toHaveLength(3);
  for (const { place, places, p, adjustedP, firstIn } of items) {
    expect(place).toMatchObject({ n: 4, sd: 0 });
    expect(places.mrmr.n).toBe(4);
    expect([0, 4]).toContain(firstIn);
    // Four people who are all alike: p is 2/16 where the place is not in the middle, and three times that after Holm.
    if (place.mean !== 2) expect([p, adjustedP >= p]).toEqual([0.125, true]);
    else expect(p).toBe(1);
  }
});

it('ranks columns, and says of one person that there are no statistics', async () => {
  const ranking = await rankFeatures([{ person: 'A', data }], { ...options, what: 'columns' });
  expect(ranking.items).toHaveLength(9);
  expect(ranking.items.map(({ name }) => name)).toContain(`${data.channelNames[0]}.MAV`);
  expect(rankingLegend(ranking).join(' ')).toContain('no statistics over people are possible (n = 1)');
});

it('needs two to rank among', async () => {
  const one = { ...options, decoder: { ...options.decoder, features: ['MAV'] } };
  await expect(rankFeatures([{ person: 'A', data }], one)).rejects.toThrow(/got 1, expected at least two/);
});
