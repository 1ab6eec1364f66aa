import { LAST_SEED, RandomStream } from '../../ground/signal/random.js';
import { naturally } from '../../ground/signal/naturally.js';
import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import { testSession } from '../../patient/calibrate.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { dialled } from '../dial.js';
import { dialNamed } from '../dial-named.js';
import type { Turn } from '../benchmark/suite.js';
import type { RecordedPerson } from '../evaluate-cohort.js';
import { dataOfScenario, untriedData, type StudyData } from '../study-data.js';

/** What is other on a day than on that of the calibration. */
export interface DayConditions {
  /** In a few words. */
  readonly title: string;
  /** Levels of the house's dials, on top of what the person was calibrated with. */
  readonly turns: readonly Turn[];
  /** Whether muscles tire during the session. */
  readonly tires?: boolean;
}

/** Days after that of the calibration, as data. */
export interface DayPlan {
  readonly days: readonly DayConditions[];
  /**
   * Standard deviation by which electrodes on the skin come to lie elsewhere around and along the limb each time they are
   * put on, in mm. An assumption: studies impose shifts of 10 to 20 mm, a measured distribution was not found.
   */
  readonly shiftAroundSdMm: number;
  readonly shiftAlongSdMm: number;
}

const drift: Turn = { dial: 'day', level: 2 };

/** Five days: each with patterns of its own and electrodes put on anew, two with a skin of their own, one with fatigue. */
export const usualDays: DayPlan = {
  days: [
    { title: 'another day', turns: [drift] },
    { title: 'another day, sweat film of 0.02 mm', turns: [drift, { dial: 'sweat-film', level: 0.02 }] },
    { title: 'another day, muscles that tire', turns: [drift], tires: true },
    { title: 'another day, contact noise of 5 µV more', turns: [drift, { dial: 'noise', level: 5 }] },
    { title: 'another day', turns: [drift] },
  ],
  shiftAroundSdMm: 4,
  shiftAlongSdMm: 4,
};

/** One session of a person. */
export interface Session {
  /** Such as `0`, `1`; the name of the trial where it was recorded. */
  readonly day: number | string;
  readonly data: StudyData;
}

/** Sessions of a person over days, in their order. */
export interface Sessions {
  /** What the decoder is trained on, on the first day. */
  readonly training: StudyData;
  /** What it is scored on, later on. */
  readonly later: readonly Session[];
  /** What of the first day is scored and not learned from, where there is some. */
  readonly sameDay?: StudyData;
}

/**
 * Sessions of a simulated person: the prompts of the calibration followed again on each day, in sessions of their own
 * luck.
 */
export function simulatedDays(person: Scenario, plan: DayPlan): Sessions {
  return {
    training: dataOfScenario(person),
    sameDay: untriedData(person),
    later: plan.days.map((conditions, n) => ({
      day: n + 1,
      data: dataOfScenario(onDay(person, n + 1, conditions, plan), { session: testSession(person) }),
    })),
  };
}

/** The person on a day. Implanted electrodes lie where they were sewn, and stay dry. */
export function onDay(
  person: Scenario,
  day: number,
  { turns, tires }: DayConditions,
  { shiftAroundSdMm, shiftAlongSdMm }: Omit<DayPlan, 'days'>,
): Scenario {
  const isOnSkin = person.electrodes.type === 'surface';
  const luck = new RandomStream(person.person.number, `study/day/${day}`);
  const put: Turn[] = [
    { dial: 'shift-around', level: shiftAroundSdMm * luck.normal() },
    { dial: 'shift-along', level: shiftAlongSdMm * luck.normal() },
  ];
  const { intent, electrodes, seed } = person;
  // The dial goes one day on.
  const drifts = turns.some(({ dial }) => dial === 'day');
  // A seed of its own: noise of one seed is the same in every session.
  let scenario = mergeScenario(person, {
    seed: (seed + day) % LAST_SEED,
    ...(drifts && { intent: { day: intent.day + day - 1 } }),
    ...(isOnSkin && { electrodes: { donning: electrodes.donning + day } }),
    ...(tires === true && { motorUnits: { fatigue: true } }),
  });
  for (const { dial, level } of [...turns, ...(isOnSkin ? put : [])]) {
    if (!isOnSkin && dial === 'sweat-film') continue;
    scenario = dialled(dialNamed(dial), level, scenario)?.scenario ?? scenario;
  }
  return scenario;
}

/** The first days of a plan. */
export function firstDays(plan: DayPlan, days: number): DayPlan {
  if (Number.isInteger(days) && days >= 1 && days <= plan.days.length)
    return { ...plan, days: plan.days.slice(0, days) };
  throw new ConfigError(`days: got ${days}, expected a whole number within [1, ${plan.days.length}]`, {
    field: 'days',
    hint: 'The day of the calibration comes before them.',
  });
}

/**
 * Sessions of a recorded person: their trials, in the order of their names.
 * @throws StreamError where they name one only
 */
export function recordedDays({ person, data }: RecordedPerson): Sessions {
  const trials = [...new Set(data.segments.map(({ trial }) => trial))].sort(naturally);
  const [first, ...others] = trials;
  if (first === undefined || others.length === 0)
    throw new StreamError(
      `adapt: ${person ? `${person} has` : 'the data have'} one session only, expected at least two`,
      {
        hint: 'Sessions are trials: say where they stand in the paths, such as --pattern "{trial}/C_{class}_R_{rep}.csv".',
      },
    );
  const of = (trial: string): StudyData => ({
    ...data,
    segments: data.segments.filter((segment) => segment.trial === trial),
  });
  return { training: of(first), later: others.map((trial) => ({ day: trial, data: of(trial) })) };
}
