import { ringPositions } from '../../body/anatomy/electrodes.js';
import { movementOf } from '../../ground/movement/movement.js';
import { ModelError } from '../../ground/signal/errors.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { ChannelMatch } from '../likeness/channel-match.js';
import type { Portrait } from '../likeness/portrait.js';
import type { StudyData } from '../study-data.js';

/** The least rate at which a twin is simulated, samples per second: what lies above a slower rate must be there to be removed. */
const LEAST_HZ = 1000;
/** Repetitions of each movement in a trial of the search, and the longest hold. */
const REPETITIONS = 2;
const LONGEST_HOLD_MS = 3000;

/**
 * The scenario a twin begins as: a preset with as many electrodes as the recording has channels, evenly around the
 * limb, asked for the recording's movements for as long as they were recorded.
 *
 * @param base the preset or person it is made of
 * @throws ModelError where the recording has no movement of the vocabulary that a muscle of the base could make
 */
export function twinStart(base: Scenario, data: StudyData): Scenario {
  const channels = data.channelNames.length;
  const labels = [...new Set(data.segments.map(({ label }) => label))];
  const known = labels.filter((label) => movementOf(label) !== undefined);
  const movements = known.map((label) => movementOf(label)?.id ?? label);
  const active = movements.filter((movement) => movement !== 'rest');
  if (active.length < 2)
    throw new ModelError(
      `got ${active.length === 0 ? 'no movement' : active[0]} of the vocabulary among ${labels.join(', ')}, expected at least two`,
      {
        hint: 'Name the classes in collection_details.json, such as {"classes": ["rest", "hand-close", "hand-open"]}.',
      },
    );
  const lengths = data.segments
    .map(({ signal }) => (1000 * signal.length) / signal.sampleRateHz)
    .sort((a, b) => a - b);
  const holdMs = Math.min(LONGEST_HOLD_MS, Math.floor(lengths[lengths.length >> 1] / 100) * 100);
  const [first] = base.electrodes.positions;
  return mergeScenario(base, {
    name: 'Twin',
    preset: '',
    sampleRateHz: data.sampleRateHz * Math.ceil(LEAST_HZ / data.sampleRateHz),
    electrodes: {
      positions: ringPositions(channels, { axialMm: first?.axialMm ?? 0, startDeg: first?.angleDeg ?? 0 }),
    },
    intent: { movements: active },
    calibration: { movements, repetitions: REPETITIONS, holdMs },
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

/** Levels of a recording’s movements, dB, without rest: movements × channels. */
export function activeLevels({ pattern }: Portrait): Map<string, readonly number[]> {
  return new Map(
    pattern.flatMap(({ label, levels }) => (label === 'rest' ? [] : [[label, levels] as const])),
  );
}
