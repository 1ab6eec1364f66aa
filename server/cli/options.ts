import { InvalidArgumentError, Option, type Command } from 'commander';
import { LARGEST_COHORT } from '../../src/scenario/cohort.js';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { UsageError } from '../errors.js';

/** Parser of a number flag; the range is the business of whoever uses it. */
export function numberArgument(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value))
    throw new InvalidArgumentError('Expected a number, such as 200.');
  return value;
}

/** Parser of a flag that takes a positive number. */
export function positiveArgument(text: string): number {
  const value = numberArgument(text);
  if (!(value > 0)) throw new InvalidArgumentError('Expected a number above 0.');
  return value;
}

/** Parser of a whole-number flag within a range. */
export function integerArgument(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max)
      throw new InvalidArgumentError(`Expected a whole number within [${min}, ${max}].`);
    return value;
  };
}

/** Parser of a list of whole numbers such as `6` or `1,2,5-6`. */
export function integerListArgument(text: string): number[] {
  const numbers: number[] = [];
  for (const part of text.split(',')) {
    const range = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part);
    if (!range) throw new InvalidArgumentError('Expected whole numbers, such as 6 or 1,2,5-6.');
    const first = Number(range[1]);
    const last = Number(range[2] ?? range[1]);
    if (last < first || last - first > 1000)
      throw new InvalidArgumentError(`Expected a rising range, got ${part.trim()}.`);
    for (let n = first; n <= last; n++) numbers.push(n);
  }
  return numbers;
}

/** Parser of a list of trials: numbers and ranges as of {@link integerListArgument}, or names such as `Ramp,MVC`. */
export function trialListArgument(text: string): string[] {
  return text
    .split(',')
    .flatMap((part) =>
      /^\s*\d+\s*-\s*\d+\s*$/.test(part) ? integerListArgument(part).map(String) : part.trim(),
    )
    .filter((part) => part !== '');
}

/** Parser of a list of names such as `HTD` or `MAV,WL`. */
export function nameListArgument(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Expected names, such as HTD or MAV,WL.');
  return names;
}

/** Gather the values of a flag that may be given several times. */
export function collectArgument(text: string, earlier: readonly string[] = []): string[] {
  return [...earlier, text];
}

/** The flags by which a command is told its scenario. */
export interface ScenarioFlags {
  readonly preset?: string;
  readonly scenario?: string;
  readonly seed?: number;
  readonly person?: number;
  readonly set?: readonly string[];
}

/** Add the flags that choose and change a scenario. */
export function addScenarioOptions(command: Command): Command {
  return addDescriptionOptions(command)
    .option('--seed <n>', 'luck of the session; the person stays the same', numberArgument)
    .option(
      '--person <n>',
      'which of the people the scenario describes; 0 is the typical one',
      numberArgument,
    );
}

/** Add the flags that choose and change a description, of a patient or of a decoder within. */
export function addDescriptionOptions(command: Command): Command {
  return command
    .addOption(new Option('--preset <name>', 'a ready-made patient; see "myodesis presets"'))
    .addOption(
      new Option(
        '--scenario <file>',
        'a scenario as JSON, as simulate writes it; what it leaves out is that of the preset it names',
      ).conflicts('preset'),
    )
    .option(
      '--set <field=value>',
      'change one field, such as limb.fatThicknessMm=6; may be repeated',
      collectArgument,
    );
}

/** Parser of a flag with a closed set of values. */
export function choiceArgument<T extends string>(options: readonly T[]): (text: string) => T {
  return (text) => {
    const found = options.find((option) => option === text);
    if (found !== undefined) return found;
    const guess = closest(text, options);
    throw new InvalidArgumentError(
      guess ? `Did you mean ${guess}?` : `Expected one of ${options.join(', ')}.`,
    );
  };
}

/** The flags of a command that takes many people. */
export interface PeopleFlags {
  readonly people?: number;
  readonly cohort?: number;
}

/** Add the flags that draw people of the population that a scenario describes. */
export function addPeopleOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--people <n>', 'so many people of the population, each on their own')
        .argParser(integerArgument(1, LARGEST_COHORT))
        .conflicts('person'),
    )
    .option(
      '--cohort <n>',
      'draw other people: 0 are persons 1 to 1000, 1 are persons 1001 to 2000',
      integerArgument(0, 4_294_966),
    );
}

/**
 * Refuse flags that say what one person is, or was trained on, where many people are asked for.
 * @throws UsageError
 */
export function refuseWithPeople(
  { people }: PeopleFlags,
  { data, decoder }: { readonly data?: string | undefined; readonly decoder?: string | undefined },
): void {
  if (people === undefined) return;
  if (data !== undefined)
    throw new UsageError('--people cannot be used with --data: people are drawn of a simulated population', {
      hint: 'Leave out --data, or give --preset or --scenario in its place; each recording is evaluated by a command of its own.',
    });
  if (decoder !== undefined)
    throw new UsageError('--people cannot be used with --decoder: it was trained on one person', {
      hint: 'Leave out --decoder, so that one is trained in each person; or write --person 7 for one of them.',
    });
}
