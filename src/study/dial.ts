import { individual } from '../body/person/individual.js';
import { fieldAt } from '../ground/signal/field.js';
import { mergeScenario, scenarioFields, type Scenario } from '../scenario/scenario.js';

/** One thing that goes wrong on people, with the levels it is tried at. */
export interface Dial {
  readonly name: string;
  /** What is turned, in a few words. */
  readonly title: string;
  readonly unit: string;
  /** From mild to severe. */
  readonly levels: readonly number[];
  /** Dotted path of the field that is turned. */
  readonly field: string;
  /** `added`: a level comes on top of what the person was calibrated with; `set`: it takes its place. */
  readonly kind: 'added' | 'set';
  /** What was there in the calibration, where it is not what the field says. */
  readonly calibrated?: (person: Scenario) => number;
  /** A level and what was there before, together; default their sum. */
  readonly together?: (calibrated: number, level: number) => number;
  /** Whether a value is a disturbance at all, given what was there in the calibration; default any other. */
  readonly isWorse?: (value: number, calibrated: number) => boolean;
  /** What changes beside the field. */
  readonly beside?: (person: Scenario) => Record<string, unknown>;
  /** Whether it can be switched off while the stream runs, so that recovery can be measured; default true. */
  readonly switchable?: boolean;
  /** Minutes of contractions before the test, with the level as that many; default false. */
  readonly exercise?: boolean;
}

/** A level of a dial on a person: relative to what they were calibrated with. */
export interface DialLevel {
  readonly dial: string;
  readonly title: string;
  readonly unit: string;
  readonly level: number;
  /** Whether the level came on top of what was there. */
  readonly added: boolean;
  /** What was there in the calibration, in the unit of the level; NaN where that is another thing. */
  readonly calibrated: number;
  /** What is there under the level. */
  readonly value: number;
}

/** A level of a dial on a person, and the person under it. */
export interface Dialled extends DialLevel {
  readonly scenario: Scenario;
}

/**
 * Turn a dial of a person. Fields say what a typical person has; a level is added to what this one has.
 * @returns undefined where the person had as much of it, or more, in the calibration
 */
export function dialled(dial: Dial, level: number, person: Scenario): Dialled | undefined {
  const { name, title, unit, field, kind, together = (a, b) => a + b, isWorse, beside, exercise } = dial;
  const path = field.split('.');
  const added = kind === 'added';
  const told = { dial: name, title, unit, level, added };
  const patched = mergeScenario(person, beside?.(person) ?? {});
  if (exercise) return { ...told, calibrated: 0, value: level, scenario: patched };
  const calibrated = dial.calibrated?.(person) ?? numberAt(individual(person), path);
  const described = fieldAt(scenarioFields, path);
  const max = described?.kind === 'number' ? described.max : Infinity;
  const value = Math.min(max, added ? together(calibrated, level) : level);
  if (!(isWorse ?? ((a, b) => a !== b))(value, calibrated)) return undefined;
  const at = (setting: number): Scenario =>
    mergeScenario(
      patched,
      path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), setting),
    );
  return { ...told, calibrated, value, scenario: at(settingFor(value, patched, path, at)) };
}

/**
 * What the field of the typical person must say, so that this person has a value: people differ from the typical one
 * by factors or sums, so two points of that line are enough.
 */
function settingFor(
  value: number,
  person: Scenario,
  path: readonly string[],
  at: (setting: number) => Scenario,
): number {
  const own = (setting: number): number => numberAt(individual(at(setting)), path);
  const first = numberAt(person, path);
  const second = value === first ? first / 2 : value;
  const [low, high] = [own(first), own(second)];
  if (high === value || high === low) return second === value ? value : first;
  return first + ((value - low) * (second - first)) / (high - low);
}

function numberAt(value: unknown, path: readonly string[]): number {
  return Number(path.reduce<unknown>((inner, key) => Object(inner)[key], value));
}

/** A level for people, such as `+5 µV`, `+5 on 10 µV`, `8 bit, not 16`. */
export function levelText({
  level,
  unit,
  added,
  calibrated,
  value,
}: Omit<DialLevel, 'dial' | 'title'>): string {
  const known = Number.isFinite(calibrated);
  if (!added) return `${level} ${unit}${known ? `, not ${rounded(calibrated)}` : ''}`;
  const before = known && calibrated !== 0 ? ` on ${rounded(calibrated)}` : '';
  // As far as the field goes.
  const short = value < level ? ` (${rounded(value)} is the most)` : '';
  return `+${level}${before} ${unit}${short}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
