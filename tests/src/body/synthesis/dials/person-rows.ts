import { expect } from 'vitest';
import { populationFields } from '../../../../../src/body/person/population-fields.js';
import { individual } from '../../../../../src/body/person/individual.js';
import { personCard } from '../../../../../src/body/person/person-card.js';
import type { BodyScenario, PersonBody } from '../../../../../src/body/synthesis/body-scenario.js';
import { defaultsOf } from '../../../../../src/ground/signal/parse-fields.js';
import type { Patch } from './dial-body.js';
import type { DialRow } from './dial-row.js';
import type { Protocol } from './measure.js';

type Read = (body: PersonBody) => readonly number[] | number;

/** How far a person lies from the typical one of the same scenario. */
function deviation(body: BodyScenario, read: Read): number {
  const own = [read(individual(body))].flat();
  const typical = [read(individual({ ...body, person: { number: 0, traits: {} } }))].flat();
  return own.reduce((sum, value, i) => sum + Math.abs(value - (typical[i] ?? 0)), 0);
}

/** A person who deviates by nothing but this spread of the population: a wider one makes them deviate more. */
function spreads(
  path: string,
  to: number,
  read: Read,
  { given = {}, protocol = {} }: { given?: Patch; protocol?: Protocol } = {},
): DialRow {
  return {
    path: `population.${path}`,
    promise: 'the same person is farther from the typical one, and heard so',
    given: { person: { number: 3, traits: far }, population: usual, ...given },
    to,
    protocol: { seconds: 0.4, skip: 0.3, ...protocol },
    check(before, after, bodies) {
      expect(deviation(bodies.before, read)).toBeGreaterThan(0);
      expect(deviation(bodies.after, read)).toBeGreaterThan(1.2 * deviation(bodies.before, read));
      expect(after.rows).not.toEqual(before.rows);
    },
  };
}

/** A row of the population that shows on the card. */
function told(path: string, to: number, name: string): DialRow {
  const value = (body: BodyScenario): number =>
    personCard(body).rows.find((row) => row.name === name)?.value ?? NaN;
  return {
    path: `population.${path}`,
    promise: `the card of the person tells another ${name}`,
    given: { person: { number: 3, traits: far }, population: usual },
    to,
    protocol: { seconds: 0.1, skip: 0 },
    check(_before, _after, { before, after }) {
      expect(Math.abs(value(after) - value(before))).toBeGreaterThan(1);
    },
  };
}

/** People as the fields say they differ. */
const usual = defaultsOf(populationFields);

const far = {
  sex: 1,
  age: 1,
  build: 1,
  girth: 1,
  fat: 1,
  skin: 1,
  bone: 1,
  tissue: 1,
  zone: 1,
  endPlates: 1,
  fibres: 1,
  units: 1,
  velocity: 1,
  rate: 1,
  recovery: 1,
  atrophy: 1,
  around: 1,
  along: 1,
  noise: 1,
  noiseColour: 1,
  noiseCommon: 1,
  crackle: 1,
  skill: 1,
  effort: 1,
  selectivity: 1,
  rise: 1,
  overshoot: 1,
  decay: 1,
  coContraction: 1,
  tone: 1,
  reaction: 1,
};

/** The user follows the script. */
const prompted = { effort: null, seconds: 1 } as const;

const muscle =
  (read: (m: PersonBody['muscles'][number]) => number): Read =>
  ({ muscles }) =>
    muscles.map(read);

export const personRows: readonly DialRow[] = [
  {
    path: 'person.number',
    promise: 'another person has another anatomy, and the same in every session',
    given: { population: usual },
    to: 8,
    check(before, after, bodies) {
      expect(after.rows).not.toEqual(before.rows);
      const [one, other] = [individual(bodies.after), individual({ ...bodies.after, seed: 12 })];
      expect(one.limb).not.toEqual(bodies.before.limb);
      expect({ ...other, seed: one.seed }).toEqual(one);
    },
  },
  {
    path: 'person.traits',
    promise: 'who is given much fat is heard less',
    given: { population: usual },
    to: { fat: 3 },
    check(before, after, bodies) {
      expect(individual(bodies.after).limb.fatThicknessMm).toBeGreaterThan(
        2 * bodies.before.limb.fatThicknessMm,
      );
      expect(after.rows).not.toEqual(before.rows);
    },
  },
  {
    path: 'population.people.femalePercent',
    promise: 'where all are men nobody is wider for being one',
    given: { person: 3, population: usual },
    to: 0,
    check(_before, _after, bodies) {
      expect(personCard(bodies.after).sex).toBe('unspecified');
      expect(individual(bodies.after).limb).not.toEqual(individual(bodies.before).limb);
    },
  },
  told('people.ageYears', 60, 'age'),
  told('people.ageSdYears', 20, 'age'),
  told('people.bodyMassIndex', 40, 'body mass index'),
  told('people.bodyMassIndexSd', 8, 'body mass index'),
  spreads('limb.girthPercent', 20, ({ limb }) => limb.muscleRadiusMm),
  spreads('limb.girthSexPercent', 60, ({ limb }) => limb.muscleRadiusMm),
  spreads('limb.fatPercent', 80, ({ limb }) => limb.fatThicknessMm),
  spreads('limb.skinPercent', 60, ({ limb }) => limb.skinThicknessMm),
  spreads('limb.bonePercent', 20, ({ limb }) => limb.boneRadiusMm),
  spreads('limb.conductivityPercent', 30, ({ limb }) => [limb.fatSPerM, limb.muscleAcrossSPerM]),
  spreads(
    'muscles.angleDeg',
    20,
    muscle((m) => m.angleDeg),
  ),
  spreads(
    'muscles.widthPercent',
    30,
    muscle((m) => m.widthDeg),
  ),
  spreads(
    'muscles.thicknessPercent',
    40,
    muscle((m) => m.innerDepthMm - m.outerDepthMm),
  ),
  spreads(
    'muscles.depthMm',
    4,
    muscle((m) => m.outerDepthMm),
  ),
  spreads(
    'muscles.fibreLengthPercent',
    30,
    muscle((m) => m.fibreLengthMm),
  ),
  spreads(
    'muscles.zoneMm',
    25,
    muscle((m) => m.innervationZoneMm),
  ),
  spreads(
    'muscles.zoneScatterMm',
    25,
    muscle((m) => m.innervationZoneMm),
  ),
  spreads(
    'muscles.endPlatePercent',
    70,
    muscle((m) => m.innervationSpreadMm),
  ),
  spreads('muscles.drivePercent', 80, ({ muscles }) => muscles.flatMap((m) => Object.values(m.drives)), {
    given: {
      muscles: [
        { name: 'flexor', angleDeg: 0, widthDeg: 60, unitCount: 40, drives: { 'elbow-flexion': 0.6 } },
      ],
    },
  }),
  spreads(
    'units.countPercent',
    50,
    muscle((m) => m.unitCount),
  ),
  spreads('units.velocityMPerS', 0.7, ({ motorUnits }) => motorUnits.velocityMeanMPerS),
  spreads('units.ratePercent', 30, ({ motorUnits }) => motorUnits.peakRateFirstHz, {
    protocol: { effort: [{ movement: 'elbow-flexion', strength: 1 }] },
  }),
  spreads('surgery.recoveryPercent', 70, ({ surgery }) => surgery.atrophyDays),
  spreads('surgery.atrophyPercent', 70, ({ surgery }) => surgery.atrophyFixed),
  spreads('contacts.aroundMm', 15, ({ electrodes }) => electrodes.shiftAroundMm),
  spreads('contacts.alongMm', 15, ({ electrodes }) => electrodes.shiftAlongMm),
  spreads('contacts.noiseDb', 10, ({ disturbances }) => disturbances.noiseUv, {
    given: { disturbances: { noiseUv: 5 } },
  }),
  ...(
    [
      ['noiseSlopeDb', 2.5, 'noiseSlopeDbPerOctave'],
      ['noiseCommonPercent', 70, 'noiseCommonPercent'],
      ['cracklePercent', 99, 'noiseKurtosis'],
    ] as const
  ).map(([name, to, of]) =>
    spreads(`contacts.${name}`, to, ({ disturbances }) => disturbances[of], {
      given: {
        disturbances: { noiseUv: 5, noiseSlopeDbPerOctave: 4, noiseCommonPercent: 20, noiseKurtosis: 6 },
      },
    }),
  ),
  spreads('habits.skillPercent', 60, ({ intent }) => intent.directionVariabilityPercent, {
    given: { intent: { directionVariabilityPercent: 20, repetitionSpreadDb: 2 } },
  }),
  spreads('habits.coContractionPercent', 90, ({ intent }) => intent.coContractionPercent, {
    given: { intent: { coContractionPercent: 5 } },
  }),
  spreads('habits.tonePercent', 90, ({ intent }) => intent.restingTonePercent, {
    given: { intent: { restingTonePercent: 2 } },
  }),
  spreads('habits.effortDb', 5, ({ intent }) => intent.movementStrengthDb['elbow-flexion']),
  spreads('habits.movementStrengthDb', 9, ({ intent }) => intent.movementStrengthDb['elbow-flexion']),
  spreads('habits.selectivityPercent', 90, ({ intent }) => intent.selectivityPercent, {
    given: { intent: { selectivityPercent: 50 } },
  }),
  spreads('habits.risePercent', 90, ({ intent }) => intent.onsetRiseMs, {
    given: { intent: { onsetRiseMs: 200 } },
    protocol: prompted,
  }),
  spreads('habits.overshootPercent', 90, ({ intent }) => intent.overshootPercent, {
    given: { intent: { overshootPercent: 50 } },
    protocol: prompted,
  }),
  spreads('habits.decayPercent', 90, ({ intent }) => intent.holdDecayDb, {
    given: { intent: { holdDecayDb: 3 } },
    protocol: prompted,
  }),
  spreads('habits.reactionMs', 120, ({ intent }) => intent.reactionMs, { protocol: prompted }),
];
