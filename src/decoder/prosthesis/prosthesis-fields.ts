import { gripNames } from '../../ground/movement/grip-names.js';
import { movement } from '../../ground/movement/movement-fields.js';
import type { SourceRef } from '../../ground/sources/index.js';
import { worldTasks } from './world-tasks.js';
import { choice, group, map, number, type GroupValue, type NumberField } from '../../ground/signal/field.js';

type Limit = readonly [value: number, min: number, max: number];

interface JointDefaults {
  readonly name: string;
  readonly range: readonly [low: Limit, high: Limit];
  readonly speed: Limit;
  readonly acceleration: Limit;
  readonly source?: SourceRef;
  readonly assumption?: boolean;
}

const limit = (
  [value, min, max]: Limit,
  unit: string,
  explain: string,
  { source, assumption }: JointDefaults,
): NumberField =>
  number({
    unit,
    default: value,
    min,
    max,
    explain,
    live: 'block',
    source,
    ...(assumption && { assumption }),
  });

const rotary = (joint: JointDefaults) =>
  group(`Limits of the ${joint.name}.`, {
    minDeg: limit(joint.range[0], 'deg', `Lowest angle of the ${joint.name}.`, joint),
    maxDeg: limit(joint.range[1], 'deg', `Highest angle of the ${joint.name}.`, joint),
    maxSpeedDegPerS: limit(joint.speed, 'deg/s', `Speed of the ${joint.name} at full command.`, joint),
    maxAccelerationDegPerS2: limit(
      joint.acceleration,
      'deg/s²',
      `How quickly the ${joint.name} gains or loses speed.`,
      { ...joint, source: undefined, assumption: true },
    ),
  });

const handDefaults: JointDefaults = {
  name: 'hand',
  range: [
    [0, 0, 100],
    [100, 0, 100],
  ],
  speed: [100, 5, 500],
  acceleration: [1000, 50, 20000],
  source: 'belter-2013',
};

/** Description of the prosthesis: limits of each joint, the grip, what foreign class names mean, and what it is for. */
export const prosthesisFields = {
  joints: group('Limits of each joint.', {
    hand: group('Limits of the hand (0 % open, 100 % closed).', {
      minPercent: limit(handDefaults.range[0], '%', 'Widest opening of the hand.', handDefaults),
      maxPercent: limit(handDefaults.range[1], '%', 'Tightest closing of the hand.', handDefaults),
      maxSpeedPercentPerS: limit(
        handDefaults.speed,
        '%/s',
        'Speed of the hand at full command.',
        handDefaults,
      ),
      maxAccelerationPercentPerS2: limit(
        handDefaults.acceleration,
        '%/s²',
        'How quickly the hand gains or loses speed.',
        { ...handDefaults, source: undefined, assumption: true },
      ),
    }),
    'wrist-rotation': rotary({
      name: 'wrist rotation',
      range: [
        [-120, -180, 0],
        [120, 0, 180],
      ],
      speed: [150, 5, 500],
      acceleration: [1500, 50, 20000],
      source: 'wrist-rotators',
    }),
    'wrist-flexion': rotary({
      name: 'wrist flexion',
      range: [
        [-60, -90, 0],
        [60, 0, 90],
      ],
      speed: [100, 5, 500],
      acceleration: [1000, 50, 20000],
      assumption: true,
    }),
    // As far as a wrist goes without effort. Few powered wrists deviate, so nothing sets the speed.
    'wrist-deviation': rotary({
      name: 'wrist deviation',
      range: [
        [-30, -45, 0],
        [20, 0, 30],
      ],
      speed: [100, 5, 500],
      acceleration: [1000, 50, 20000],
      assumption: true,
    }),
    elbow: rotary({
      name: 'elbow',
      range: [
        [10, 0, 90],
        [135, 30, 150],
      ],
      speed: [120, 5, 400],
      acceleration: [800, 50, 10000],
      source: 'powered-elbows',
    }),
    ankle: rotary({
      name: 'ankle',
      range: [
        [-45, -60, 0],
        [20, 0, 40],
      ],
      speed: [200, 5, 600],
      acceleration: [3000, 50, 30000],
      source: 'sup-2009',
    }),
    'tibial-rotation': rotary({
      name: 'tibial rotation',
      range: [
        [-30, -60, 0],
        [30, 0, 60],
      ],
      speed: [60, 5, 300],
      acceleration: [600, 50, 10000],
      assumption: true,
    }),
    knee: rotary({
      name: 'knee',
      range: [
        [0, -5, 30],
        [120, 30, 140],
      ],
      speed: [250, 5, 600],
      acceleration: [3000, 50, 30000],
      source: 'sup-2009',
    }),
    'femoral-rotation': rotary({
      name: 'femoral rotation',
      range: [
        [-30, -60, 0],
        [30, 0, 60],
      ],
      speed: [60, 5, 300],
      acceleration: [600, 50, 10000],
      assumption: true,
    }),
  }),
  grip: choice({
    options: gripNames,
    default: 'power',
    explain: 'Which fingers take part when the hand closes by a movement that names no grip of its own.',
    source: 'cutkosky-1989',
    live: 'block',
  }),
  classMap: map({
    value: movement({ explain: 'Movement that the class drives.', live: 'block' }),
    default: {},
    explain: 'Movement driven by a class whose name is not a movement, such as a number in a recording.',
    live: 'block',
  }),
  scriptReturnPercentPerS: number({
    unit: '%/s',
    default: 10,
    min: 0,
    max: 100,
    explain:
      'How fast a joint left alone goes back, of its range, while the script or a recording plays; 0: not at all.',
    assumption: true,
    live: 'block',
  }),
  task: choice({
    options: worldTasks,
    default: 'none',
    explain: 'What is done with the prosthesis, by the simulated user until a person takes over.',
    assumption: true,
    live: 'block',
  }),
  userMassKg: number({
    unit: 'kg',
    default: 75,
    min: 30,
    max: 150,
    explain: 'Mass of the person that a leg carries; the stage of rehabilitation limits the share of it.',
    assumption: true,
    live: 'block',
  }),
};

export type ProsthesisSpec = GroupValue<typeof prosthesisFields>;
