import { ringPositions } from '../../body/anatomy/electrodes.js';
import { individual } from '../../body/person/individual.js';
import { movementOf } from '../../ground/movement/movement.js';
import { ModelError } from '../../ground/signal/errors.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { ChannelMatch } from '../likeness/channel-match.js';
import { studyData, type StudyData } from '../study-data.js';

/** The least rate at which a twin is simulated, samples per second: what lies above a slower rate must be there to be removed. */
const LEAST_HZ = 1000;
/** Repetitions of each movement in a trial of the search. */
const REPETITIONS = 2;
/** Shorter holds say nothing of statistics, longer ones little more. */
const SHORTEST_HOLD_MS = 1000;
const LONGEST_HOLD_MS = 3000;

/** What of a recording has a twin. */
export interface Matchable {
  /** Recordings of rest and of movements that the twin can make, by their ids. */
  readonly data: StudyData;
  /** Classes that the twin is not asked for. */
  readonly leftOut: readonly string[];
}

/**
 * The part of a recording that a twin made of `base` can have.
 * @throws ModelError where that is less than rest and two movements on two channels
 */
export function matchable(base: Scenario, recording: StudyData): Matchable {
  const channels = recording.channelNames.length;
  if (channels < 2)
    throw new ModelError(`got ${channels} channel, expected at least 2 around the limb`, {
      hint: 'Who drives which muscle is told by several channels: record more of them.',
    });
  if (base.electrodes.type !== 'surface')
    throw new ModelError(
      `got a person with ${base.electrodes.type} electrodes, expected electrodes on the skin`,
      {
        hint: 'Begin with a person who wears a ring of them, such as --preset transradial-armband.',
      },
    );
  const made = new Set<string>(['rest', ...base.muscles.flatMap(({ drives }) => Object.keys(drives))]);
  const idOf = (label: string): string => movementOf(label)?.id ?? label;
  const segments = recording.segments
    .map((segment) => ({ ...segment, label: idOf(segment.label) }))
    .filter(({ label }) => made.has(label));
  const labels = [...new Set(recording.segments.map(({ label }) => label))];
  const kept = [...new Set(segments.map(({ label }) => label))];
  const active = kept.filter((label) => label !== 'rest');
  if (active.length < 2)
    throw new ModelError(
      `got ${active.length === 0 ? 'no movement' : `one movement (${active.join()})`} that this person makes among ` +
        `${labels.join(', ')}, expected at least two`,
      {
        hint:
          'Begin with a person of the same limb (--preset), or name the classes in collection_details.json, such as ' +
          '{"classes": ["rest", "hand-close", "hand-open"]}.',
      },
    );
  if (!kept.includes('rest'))
    throw new ModelError(`got no rest among ${labels.join(', ')}, expected recordings of it too`, {
      hint: 'Without rest nothing is known of noise: record it, or name its class rest in collection_details.json.',
    });
  return {
    data: studyData(segments, recording.channelNames),
    leftOut: labels.filter((label) => !made.has(idOf(label))),
  };
}

/**
 * The scenario a twin begins as: the person it is made of, with as many electrodes as the recording has channels, evenly
 * around the limb, asked for the recording's movements for as long as they were recorded.
 */
export function twinStart(base: Scenario, { sampleRateHz, channelNames, segments }: StudyData): Scenario {
  const movements = [...new Set(segments.map(({ label }) => label))];
  const lengths = segments
    .map(({ signal }) => (1000 * signal.length) / signal.sampleRateHz)
    .sort((a, b) => a - b);
  const usual = Math.floor(lengths[lengths.length >> 1] / 100) * 100;
  const [first] = base.electrodes.positions;
  const { limb, surgery, muscles, motorUnits, electrodes, disturbances, intent } = individual(base);
  return mergeScenario(base, {
    name: 'Twin',
    preset: '',
    // What the recording says of the person is no longer drawn.
    person: 0,
    limb,
    surgery,
    muscles,
    motorUnits,
    disturbances,
    sampleRateHz: sampleRateHz * Math.ceil(LEAST_HZ / sampleRateHz),
    electrodes: {
      ...electrodes,
      positions: ringPositions(channelNames.length, {
        axialMm: first?.axialMm ?? 0,
        startDeg: first?.angleDeg ?? 0,
      }),
    },
    intent: { ...intent, movements: movements.filter((movement) => movement !== 'rest') },
    calibration: {
      movements,
      repetitions: REPETITIONS,
      holdMs: Math.min(LONGEST_HOLD_MS, Math.max(SHORTEST_HOLD_MS, usual)),
    },
  });
}

/** The electrodes turned so that channels stand where the recording’s do. */
export function turned(scenario: Scenario, { order }: Pick<ChannelMatch, 'order'>): Scenario {
  const { positions } = scenario.electrodes;
  return mergeScenario(scenario, {
    electrodes: {
      positions: order.map((from, to) => ({ ...positions[from], name: positions[to]?.name ?? '' })),
    },
  });
}
