import { InvalidArgumentError, Option, type Command } from 'commander';
import { classifierKinds } from '../../src/decoder/model-fields.js';
import { parseClassifier, type ClassifierReference } from '../outside/classifier-reference.js';
import { integerArgument, positiveArgument } from './options.js';

/** What `--classifier` takes, for help texts. */
export const classifierHelp = `${classifierKinds.join(', ')}; a module ./mine.js or ./mine.ts; a model mine.onnx; ws:PORT for a process that connects`;

/** Parser of feature sets: each value is one set, its members joined by commas or plus signs. */
export function featureSetsArgument(text: string, earlier: readonly string[][] = []): string[][] {
  const names = text
    .split(/[,+]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new InvalidArgumentError('Expected names, such as HTD or MAV,WL.');
  return [...earlier, names];
}

/** Parser of classifiers: several values, or one with commas. */
export function classifiersArgument(
  text: string,
  earlier: readonly ClassifierReference[] = [],
): ClassifierReference[] {
  const names = text.split(',').map((name) => name.trim());
  return [...earlier, ...names.map(parseClassifier)];
}

/** Parser of window lengths: several values, or one with commas. */
export function windowsArgument(text: string, earlier: readonly number[] = []): number[] {
  return [...earlier, ...text.split(',').map(positiveArgument)];
}

/** Parser of a share between 0 and 1. */
export function shareArgument(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Expected a number within [0, 1], such as 0.8.');
  return value;
}

/** The flags that studies share: where the results go, and how many cores do the work. */
export interface OutputFlags {
  readonly csv?: string;
  readonly report?: string;
  readonly threads?: number;
}

export function addOutputOptions(command: Command): Command {
  return command
    .option('--csv <file>', 'write the table as CSV too')
    .option('--report <file>', 'write a report too: one HTML file with plots')
    .addOption(
      new Option('--threads <n>', 'worker threads; one per core if not said, 0 for none').argParser(
        integerArgument(0, 256),
      ),
    );
}
