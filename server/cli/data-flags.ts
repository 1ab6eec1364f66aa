import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Trim } from '../recordings/chosen-segments.js';
import type { FolderOptions } from '../recordings/folder/read-folder.js';
import type { ReadOptions } from '../recordings/recording.js';
import { voltsPerUnit } from '../recordings/unit-scale.js';
import { nameListArgument, positiveArgument } from './options.js';

/** What a recording does not say of itself, and which of its channels are taken. */
export interface ReadingFlags {
  readonly rate?: number;
  /** Volts per number. */
  readonly unit?: number;
  readonly variable?: string;
  readonly stream?: string;
  readonly channels?: readonly string[];
}

/** How labelled recordings are understood, beside {@link ReadingFlags}. */
export interface DataFlags extends ReadingFlags {
  readonly pattern?: string;
  readonly train?: string;
  readonly test?: string;
  readonly classes?: readonly string[];
  readonly rest?: string;
  readonly leaveOut?: readonly string[];
  readonly trim?: Trim;
}

/** Add the flags of whatever reads a recording. */
export function addReadingOptions(command: Command): Command {
  return command
    .option('--rate <hz>', 'samples per second, where the recording does not say', positiveArgument)
    .addOption(
      new Option(
        '--unit <unit>',
        'unit of the numbers, where the recording does not say: V, mV, uV (default), or one step of a converter such as 0.0223uV',
      ).argParser(unitArgument),
    )
    .option('--variable <name>', 'array to read, where a file holds several (NPZ, MAT, HDF5)')
    .option('--stream <name>', 'stream to read, where a file holds several (XDF)')
    .option(
      '--channels <list>',
      'channels to take, by number from 1 or by name, such as 1-8 or biceps,triceps',
      nameListArgument,
    );
}

/** Add the flags of whatever reads labelled recordings. */
export function addDataOptions(command: Command): Command {
  return addReadingOptions(command)
    .option(
      '--pattern <text>',
      'where class, repetition, trial and subject stand in the paths, such as "S{subject}/{trial}_{class}_{rep}.csv"',
    )
    .option(
      '--classes <list>',
      'names of classes: 1=hand-close,2=hand-open, or one for each class in order',
      nameListArgument,
    )
    .option('--rest <class>', 'the class that is rest, by number or name')
    .option('--leave-out <classes>', 'classes to leave out, by number or name', nameListArgument)
    .addOption(
      new Option(
        '--trim <share>',
        'cut this off both ends of every repetition, such as 15% or 500ms',
      ).argParser(trimArgument),
    );
}

/** The part of the flags that readers take. */
export function readOptions({ rate, unit, variable, stream, channels }: ReadingFlags): ReadOptions {
  return {
    ...(rate !== undefined && { sampleRateHz: rate }),
    ...(unit !== undefined && { unitScale: unit }),
    ...(variable !== undefined && { variable }),
    ...(stream !== undefined && { stream }),
    ...(channels && { channels }),
  };
}

/** Add the flags of whatever learns from one part of the recordings and tests on another. */
export function addPartOptions(command: Command): Command {
  return command
    .option(
      '--train <pattern>',
      'files to learn from, as --pattern writes them, such as "train/**"; needs --test',
    )
    .option('--test <pattern>', 'files to test on');
}

/** The part of the flags that readers of labelled recordings take. */
export function folderOptions({ pattern, train, test, ...flags }: DataFlags): FolderOptions {
  return {
    ...readOptions(flags),
    ...(pattern !== undefined && { pattern }),
    ...(train !== undefined && { train }),
    ...(test !== undefined && { test }),
  };
}

/** Parser of a unit with an optional factor, as volts per number. */
export function unitArgument(text: string): number {
  const [, factor = '', unit = ''] = /^\s*([\d.]+(?:e[-+]?\d+)?)?\s*(\S+)\s*$/i.exec(text) ?? [];
  const volts = voltsPerUnit(unit);
  const scale = (factor === '' ? 1 : Number(factor)) * (volts ?? NaN);
  if (scale > 0 && Number.isFinite(scale)) return scale;
  throw new InvalidArgumentError('Expected V, mV, uV or nV, or a step such as 0.0223uV.');
}

/** Parser of what is cut off both ends. */
export function trimArgument(text: string): Trim {
  const [, number = '', unit = ''] = /^\s*([\d.]+)\s*(%|ms|s)\s*$/i.exec(text) ?? [];
  const value = Number(number);
  if (number === '' || !Number.isFinite(value) || (unit === '%' && value >= 50))
    throw new InvalidArgumentError('Expected a share below 50 % such as 15%, or a time such as 500ms.');
  if (unit === '%') return { share: value / 100 };
  return { ms: unit.toLowerCase() === 's' ? 1000 * value : value };
}
