import { inPercent, scaled, type PeopleMean } from '../people-mean.js';
import type { Effect } from '../plan/effects.js';
import { scaleOf } from '../plan/metrics.js';
import type { StudyPlan } from '../plan/plan.js';
import type { ReportFacts } from './matrix-report.js';
import { effectCells, effectHead } from './effect-cells.js';
import { figures, htmlTable, page, type Section } from './page.js';
import { peoplePlot } from './people-plot.js';

/** People and conditions drawn, at most; means are over all people, and the tables have all of both. */
const MOST_PEOPLE = 100;
const MOST_CONDITIONS = 60;
/** Letters for which there is room. */
const LABEL = 42;

/**
 * The report of a study: what each condition does, against the first, in the same people.
 * @param failures what could not be done, in words
 */
export function studyReport(
  plan: StudyPlan,
  effects: readonly Effect[],
  failures: readonly string[],
  { title, facts, footer }: ReportFacts,
): string {
  const [metric = 'accuracy'] = plan.metrics;
  const first = plan.conditions[0]?.name ?? '';
  const { unit } = scaleOf(metric);
  const drawn = effects.filter((effect) => effect.metric === metric);
  const sections: Section[] = [
    {
      title: `What each condition does to ${metric}`,
      text: `A dot is a person, the upright line their mean, the bar its 95 % interval (Student’s t). First the measure, then its difference from “${first}” in the same person.`,
      content: plan.decoders.map(({ name }) => ofDecoder(name, drawn, unit)).join(''),
    },
    ...plan.metrics.map((one) => ({
      title: `Table: ${one}`,
      text: `Mean ± standard deviation between people. Difference: from “${first}” in the same person, with the 95 % interval of its mean; bold where the interval excludes none. Effect: mean difference over the standard deviation of differences (d of paired samples).`,
      content: tableOf(effects.filter((effect) => effect.metric === one)),
    })),
    ...(failures.length > 0
      ? [
          {
            title: 'What failed',
            content: htmlTable(
              ['failure'],
              failures.map((text) => [text]),
            ),
          },
        ]
      : []),
  ];
  return page(title, facts, sections, footer);
}

function ofDecoder(decoder: string, effects: readonly Effect[], unit: string): string {
  const own = effects.filter((effect) => effect.decoder === decoder);
  const shown = own.slice(0, MOST_CONDITIONS);
  const more = own.length > shown.length ? `; the first ${shown.length} of ${own.length} conditions` : '';
  const title = `${decoder}: ${own[0]?.metric ?? ''}`;
  const axes = { width: 760, left: 260 };
  return figures([
    [
      peoplePlot(
        shown.map((effect) => rowOf(effect, levelOf(effect), (one) => one.value)),
        { title, x: unit, ...axes },
      ),
      `${title}${more}`,
    ],
    [
      peoplePlot(
        shown.flatMap((effect) =>
          effect.difference
            ? [
                rowOf(
                  effect,
                  scaled(effect.difference, scaleOf(effect.metric).factor),
                  (one) => one.difference,
                ),
              ]
            : [],
        ),
        { title: `${title}, difference`, x: unit === '%' ? 'points' : unit, reference: 0, ...axes },
      ),
      `${title}, difference from the first condition${more}`,
    ],
  ]);
}

/** Student’s t knows no bounds, a share has them. */
function levelOf({ metric, value }: Effect): PeopleMean {
  const { factor, unit } = scaleOf(metric);
  return unit === '%' ? inPercent(value) : scaled(value, factor);
}

function rowOf(
  { condition, metric, people }: Effect,
  mean: PeopleMean,
  of: (one: Effect['people'][number]) => number,
) {
  const { factor } = scaleOf(metric);
  return {
    // Names of a grid differ at their ends.
    label: condition.length > LABEL ? `…${condition.slice(1 - LABEL)}` : condition,
    people: people
      .slice(0, MOST_PEOPLE)
      .map((one) => ({ name: `person ${one.person}`, value: factor * of(one) })),
    mean,
  };
}

function tableOf(effects: readonly Effect[]): string {
  return htmlTable(
    effectHead,
    effects.map((effect, n) => effectCells(effect, effects[n - 1])),
    (n) => markOf(effects[n], effects[n - 1]),
  );
}

function markOf(effect: Effect | undefined, before: Effect | undefined): string {
  if (!effect) return '';
  const sure = effect.difference && (effect.difference.low > 0 || effect.difference.high < 0);
  return `${effect.decoder === before?.decoder ? '' : 'first '}${sure ? 'best' : ''}`.trim();
}
