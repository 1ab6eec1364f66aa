import type { ConformanceRow } from '../conformance-row.js';
import type { Expectation } from '../expectation.js';
import { peopleOf } from '../people.js';
import { likeness } from '../../study/likeness/statistics.js';
import { peopleSets } from '../../study/likeness/people.js';
import { statisticInfos, statisticNames } from '../../study/likeness/statistic-names.js';
import { dataOfScenario } from '../../study/study-data.js';

/** Shown with as many digits as tell the SD between people. */
function digitsFor(sd: number): number {
  return sd >= 10 ? 0 : sd >= 1 ? 1 : 2;
}

/** The thirty statistics of a preset’s people beside those of real ones: mean within one SD, and as different from each other. */
function statisticsRow(id: number, preset: string, set: string, note?: string): ConformanceRow {
  const people = peopleSets.find(({ name }) => name === set);
  if (!people) throw new RangeError(`no set of people is called ${set}`);
  const measured = statisticNames.flatMap((name) => {
    const spread = people.statistics[name];
    return spread && spread.sd !== null ? [{ name, ...spread, sd: spread.sd }] : [];
  });
  const expectations = measured.flatMap(({ name, mean, sd, n }): Expectation[] => {
    const { explain, unit } = statisticInfos[name];
    const named = { unit, digits: digitsFor(sd) };
    return [
      { ...named, what: `${name}, ${explain}`, heldTo: 'SD', mean, sd, n },
      { ...named, what: `${name}, between people`, heldTo: 'half to double', sd, n },
    ];
  });
  return {
    id,
    part: 'people',
    fact: `statistics of ${preset} beside those of people (${set})`,
    conditions: `preset ${preset}, its calibration, all repetitions; people: ${people.who}, ${people.conditions}`,
    sample: 'ten people',
    expectations,
    source: people.source,
    ...(note && { note }),
    measure(quick) {
      const found = peopleOf(preset, quick ? 2 : 10).map(
        (scenario) => likeness(dataOfScenario(scenario).segments).statistics,
      );
      return {
        found: measured.flatMap(({ name }) => {
          const values = found.map((person) => person[name] ?? NaN);
          return [values, values];
        }),
      };
    },
  };
}

export const thighStatistics = statisticsRow(
  19,
  'transfemoral-surface',
  'thigh',
  'Six of the seven people have an intact thigh; the preset is of people with an amputation.',
);
export const handStatistics = statisticsRow(20, 'volunteer-forearm', 'hand');
export const feedbackStatistics = statisticsRow(21, 'volunteer-forearm-feedback', 'forearm-force-feedback');
export const armbandStatistics = statisticsRow(
  22,
  'transradial-armband',
  'hand',
  'The people have an intact forearm and ten electrodes; the preset is of people with an amputation and eight.',
);
