import type { IntentSpec } from '../../body/intent/intent-fields.js';
import { fnv1a } from '../../ground/signal/random.js';
import type { SuitePerson } from './suite-people.js';

/** A level of one of the house's dials, on top of what the person was calibrated with. */
export interface Turn {
  readonly dial: string;
  readonly level: number;
}

/** One session that every person does with their decoder. */
export interface Condition {
  readonly name: string;
  /** Ability that it measures; several sessions of one ability are averaged. */
  readonly ability: AbilityName;
  readonly title: string;
  readonly turns: readonly Turn[];
  /** Where the electrodes come to lie when they are put on anew; 0 is the donning of the calibration. */
  readonly donning?: number;
}

/** What is measured of each person, as a share of right decisions. */
export const abilityNames = [
  'plain',
  'day',
  'donning',
  'position',
  'effort',
  'disturbance',
  'fatigue',
  'one-second',
] as const;
export type AbilityName = (typeof abilityNames)[number];

/** What each ability asks, in a few words. */
export const abilityTitles: Readonly<Record<AbilityName, string>> = {
  plain: 'trials that were held out',
  day: 'another day, put on again',
  donning: 'put on with a shift',
  position: 'another limb position',
  effort: 'weaker and stronger',
  disturbance: 'noise, sweat, lost contact',
  fatigue: 'after exercise',
  'one-second': 'calibrated in one second',
};

/** A frozen suite: whoever changes a number gives it another version. */
export interface Suite {
  readonly name: string;
  readonly people: Readonly<Record<'test' | 'development', readonly SuitePerson[]>>;
  /** Bodies of which one person each is enough for a first look: the quickest. */
  readonly quickBodies: readonly string[];
  readonly conditions: readonly Condition[];
  /** How the prompts of every session run. */
  readonly prompts: Partial<IntentSpec>;
  /** How the script of daily living runs. */
  readonly living: Partial<IntentSpec>;
  /** Rest after the script of daily living, seconds. */
  readonly restSeconds: number;
  /** Rest after the prompts of every other session, seconds. */
  readonly disturbedRestSeconds: number;
  /** Times that a disturbance is switched off to see how long decisions stay wrong. */
  readonly recoveries: number;
  /** Calibration of the one-second ability, milliseconds of every class. */
  readonly briefMs: number;
}

/** Which of the people. */
export type SuiteSplit = keyof Suite['people'];

/** Hash by which results tell the suite that they are of, eight hexadecimal digits (FNV-1a of its JSON). */
export function suiteHash(suite: Suite): string {
  return fnv1a(JSON.stringify(suite)).toString(16).padStart(8, '0');
}
