import { RandomStream } from '../../ground/signal/random.js';

/** How a trait comes about: by the traits it follows, with the correlation of each, and by chance for the rest. */
interface Origin {
  readonly after: Readonly<Record<string, number>>;
  /** Sum of squares of those correlations, counting that the traits followed are independent of one another. */
  readonly explained: number;
}

const origin = (after: Readonly<Record<string, number>> = {}): Origin => ({
  after,
  explained: Object.values(after).reduce((sum, r) => sum + r * r, 0),
});

/**
 * What people differ in as wholes, causes first. Correlations: girth with body mass index 0.75 to 0.89
 * (ansur-2012); fat under the skin with index, and thicker in women (gibney-2010); skin with index up to 0.41, thicker in
 * men (krackowizer-2008); 40 % fewer motor units at 71 years (piasecki-2016), slower discharge with age (orssatto-2022).
 * What goes with skill or slows with age is assumed; 0 where nobody measured.
 */
const origins = {
  sex: origin(),
  age: origin(),
  build: origin(),
  girth: origin({ build: 0.83 }),
  fat: origin({ build: 0.65, sex: -0.4, age: 0.2 }),
  skin: origin({ build: 0.4, sex: 0.4 }),
  bone: origin({ sex: 0.35 }),
  tissue: origin(),
  zone: origin(),
  endPlates: origin(),
  fibres: origin(),
  units: origin({ age: -0.7 }),
  velocity: origin(),
  rate: origin({ age: -0.2 }),
  recovery: origin({ age: -0.2 }),
  atrophy: origin(),
  around: origin(),
  along: origin(),
  noise: origin(),
  noiseColour: origin(),
  noiseCommon: origin(),
  crackle: origin(),
  skill: origin(),
  effort: origin(),
  selectivity: origin({ skill: 0.4 }),
  coContraction: origin({ skill: -0.4 }),
  tone: origin({ skill: -0.3 }),
  reaction: origin({ age: 0.3 }),
  rise: origin({ age: 0.2 }),
  overshoot: origin(),
  decay: origin(),
} as const;

/** A trait of a whole person. */
export type TraitName = keyof typeof origins;
/** Names of all traits, causes before what follows them. */
export const traitNames = Object.keys(origins) as TraitName[];
/** Deviation of each trait from the typical person, in standard deviations of the population. */
export type Traits = Readonly<Record<TraitName, number>>;

/** Beyond this many standard deviations nobody is drawn: limbs there have not been measured. */
const FARTHEST = 2.5;

/** A number that only the person and the name decide: standard normal within ±2.5; 0 for the typical person. */
export function drawn(person: number, name: string): number {
  if (person === 0) return 0;
  const random = new RandomStream(person, `person/${name}`);
  for (;;) {
    const value = random.normal();
    if (Math.abs(value) <= FARTHEST) return value;
  }
}

/**
 * The traits of a person. What is given overrides what is drawn, and carries along what follows it: who is given a
 * stout build gets the girth and the fat that go with it.
 *
 * @param person number of the person; 0 is the typical one, without deviations
 * @param given deviations that are known, in standard deviations
 * @param femaleShare part of the population that is female, 0 … 1
 * @example traitsOf(7, { fat: 2 }, 0.3)
 */
export function traitsOf(
  person: number,
  given: Readonly<Partial<Record<string, number>>>,
  femaleShare: number,
): Traits {
  const traits: Record<string, number> = {};
  for (const name of traitNames) {
    const { after, explained } = origins[name];
    const own = name === 'sex' ? sexOf(person, femaleShare) : drawn(person, name);
    const followed = Object.entries(after).reduce((sum, [cause, r]) => sum + r * (traits[cause] ?? 0), 0);
    traits[name] = given[name] ?? followed + Math.sqrt(1 - explained) * own;
  }
  return traits as Traits;
}

/** Two values with mean 0 and variance 1 over the population: men above 0, women below. */
function sexOf(person: number, femaleShare: number): number {
  if (person === 0 || femaleShare <= 0 || femaleShare >= 1) return 0;
  const female = new RandomStream(person, 'person/sex').uniform() < femaleShare;
  return female ? -Math.sqrt((1 - femaleShare) / femaleShare) : Math.sqrt(femaleShare / (1 - femaleShare));
}
