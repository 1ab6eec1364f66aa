import type { Scenario } from '../../src/scenario/scenario.js';
import { csv } from '../../src/study/csv.js';
import { type EvaluateCohortOptions, type RecordedPerson } from '../../src/study/evaluate-cohort.js';
import {
  adaptOverDays,
  adaptTitles,
  LATER,
  type DaysStudy,
} from '../../src/study/learning/adapt-over-days.js';
import { firstDays, usualDays } from '../../src/study/learning/days.js';
import { learningCurve } from '../../src/study/learning/learning-curve.js';
import type { LearningDecoders } from '../../src/study/learning/learning-plan.js';
import type { PeopleStudy } from '../../src/study/learning/people-points.js';
import { trainedOnTitles, trainOnOthers } from '../../src/study/learning/train-on-others.js';
import {
  curveColumns,
  curveReport,
  daysColumns,
  daysReport,
  enoughText,
  othersColumns,
  othersReport,
} from '../../src/study/report/learning-report.js';
import {
  learningCsvColumns,
  learningCsvRows,
  learningJson,
  learningTable,
  statisticsText,
  type LearningColumns,
} from '../../src/study/report/learning-table.js';
import type { ReportFacts } from '../../src/study/report/matrix-report.js';
import type { CommandContext } from '../cli/context.js';
import { filterText } from '../cli/filter-name.js';
import type { LearningQuestion } from '../cli/learning-flags.js';
import { table } from '../cli/output.js';
import { subjectFacts, type Telling } from './evaluate-people.js';
import { overThreads, type ThreadOptions } from './over-threads.js';
import { failedIn, tellPeople, type ToldPeople } from './tell-people.js';

/** A study that was done, with everything that differs from one question to another. */
interface Told {
  readonly study: PeopleStudy;
  readonly title: string;
  readonly columns: LearningColumns;
  /** Further columns of the CSV. */
  readonly more: readonly string[];
  /** What was done, as facts. */
  readonly facts: readonly [string, string][];
  /** What was found, as lines. */
  readonly found: readonly string[];
  readonly json: Record<string, unknown>;
  readonly report: (facts: ReportFacts) => string;
}

/** Ask how decoders learn in people, over many cores, and tell it. */
export async function learnPeople(
  question: LearningQuestion,
  people: readonly (Scenario | RecordedPerson)[],
  { features, split, ...options }: EvaluateCohortOptions,
  telling: Omit<Telling, 'against' | 'keep'>,
  context: CommandContext,
): Promise<void> {
  const decoders: LearningDecoders = {
    ...(options.decoder && { decoder: options.decoder }),
    ...(features && { features: features.map((list) => [list].flat().map(String)) }),
    ...(options.classifiers && { classifiers: options.classifiers }),
    ...(options.windowsMs && { windowsMs: options.windowsMs }),
  };
  const told = await overThreads(titles[question.kind], telling.threads, context, (threads) =>
    answered(question, people, { ...decoders, ...threads, ...(split && { split }) }),
  );
  const { study, columns, more, title, report } = told;
  const said = new Set(study.people.flatMap(({ notes }) => notes));
  const facts = [
    ...subjectFacts(people, telling.recorded),
    ['filter', filterText(telling.filter)] as const,
    ...told.facts,
  ];
  const found = told.found.map((line) => `${line}\n`).join('');
  const inEveryForm: ToldPeople = {
    ...{ title, facts, report },
    notes: [...(telling.recorded?.notes ?? []), ...said, ...failedIn(study.people)],
    csv: () => csv(learningCsvColumns(columns, more), learningCsvRows(study, columns, more)),
    json: () => ({ ...Object.fromEntries(facts), ...told.json, ...learningJson(study) }),
    text: () =>
      `${table(learningTable(study, columns))}${found}${statisticsText(study, columns.difference)}\n`,
  };
  await tellPeople(inEveryForm, telling, context.terminal);
}

const titles = {
  curve: 'How much calibration decoders need',
  others: 'How decoders do in people whom they have not seen',
  days: 'How decoders do from day to day',
} as const;

async function answered(
  question: LearningQuestion,
  people: readonly (Scenario | RecordedPerson)[],
  options: LearningDecoders & ThreadOptions & Pick<EvaluateCohortOptions, 'split'>,
): Promise<Told> {
  const title = titles[question.kind];
  if (question.kind === 'curve') {
    const curve = await learningCurve(people, { ...options, seconds: question.seconds });
    return {
      ...{ study: curve, title, columns: curveColumns, more: ['used'] },
      facts: [['split', `in each person, ${curve.split}; the same test for every amount`]],
      found: curve.enough.map(enoughText),
      json: { enough: curve.enough },
      report: (facts) => curveReport(curve, facts),
    };
  }
  if (question.kind === 'others') {
    const study = await trainOnOthers(people, options);
    return {
      ...{ study, title, columns: othersColumns, more: [] },
      facts: [
        ['split', `each person left out in turn; scored: ${study.split}`],
        ['beware', 'people share most of what was learned from: intervals and p are rather too small'],
      ],
      found: Object.entries(trainedOnTitles).map(([name, used]) => `${name.padEnd(18)}${used}`),
      json: { used: trainedOnTitles },
      report: (facts) => othersReport(study, facts),
    };
  }
  const days = firstDays(usualDays, question.days);
  const { ways, rule } = question;
  const study = await adaptOverDays(people, { ...options, ways, rule, days });
  const simulated = people.some((one) => !('data' in one));
  return {
    ...{ study, title, columns: daysColumns, more: ['learned', 'rightly'] },
    facts: [
      ['rule', ruleText(study)],
      ...(simulated
        ? [
            ['days', days.days.map((day, n) => `${n + 1}: ${day.title}`).join('; ')] satisfies [
              string,
              string,
            ],
            [
              'put on',
              `anew each day, moved by ${days.shiftAroundSdMm} mm around and ${days.shiftAlongSdMm} mm along (SD, assumed); not where implanted`,
            ] satisfies [string, string],
          ]
        : []),
    ],
    found: study.ways.map((way) => `${way.padEnd(18)}${adaptTitles[way]}`),
    json: { ...study.rule, ...(simulated && { conditions: days }), mean: LATER },
    report: (facts) => daysReport(study, facts),
  };
}

function ruleText({ rule: { updateSeconds, confidence, share } }: DaysStudy): string {
  return (
    `trained on the first day; each later day updates with its first ${updateSeconds} s of each class and is scored on the ` +
    `repetitions after them; without labels from a confidence of ${confidence} on; lda is drawn ${100 * share} % of the way, ` +
    'others are trained anew on all windows so far'
  );
}
