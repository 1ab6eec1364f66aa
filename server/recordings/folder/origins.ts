import { StreamError } from '../../../src/ground/signal/errors.js';
import { naturally } from '../../../src/ground/signal/naturally.js';
import { saysPart } from './path-facts.js';
import type { SelectedFile } from './select-files.js';

/** Whose and which take a file is, as its path says. */
export interface FileOrigin {
  readonly subject?: string;
  readonly part?: 'train' | 'test';
  /** `0` where the path names none. */
  readonly trial: string;
}

/** Origins of files, in their order, with what had to be assumed. */
export interface Origins {
  readonly of: readonly FileOrigin[];
  readonly notes: readonly string[];
}

/**
 * Tell files apart by their paths. Trials are those that the paths name (`trial_3`); words that differ between paths
 * (`Ramp`, `MVC`) are trials where files could not be told apart without them, or where each of them has several classes.
 *
 * @throws StreamError where two files claim to be the same repetition of the same class of one trial and person
 */
export function originsOf(dir: string, files: readonly SelectedFile[]): Origins {
  const parts = partsOf(files);
  const named = trialsNamed(files);
  const bases = files.map(({ match, facts }, n): FileOrigin => {
    const subject = match?.subject ?? facts.subject;
    const part = parts?.[n];
    const trial = [match?.trial === undefined ? part : undefined, match?.trial ?? named[n]];
    return {
      ...(subject !== undefined && { subject }),
      ...(part && { part }),
      trial: trial.filter((text) => text !== undefined).join('/') || '0',
    };
  });
  const words = differingWords(files, parts !== undefined);
  const needed = twins(files, bases) !== undefined || tellConditions(files, words);
  if (!needed) return { of: bases, notes: [] };
  const of = bases.map((base, n) => {
    const trial = [base.trial === '0' ? '' : base.trial, words[n] ?? ''].filter(Boolean).join('/') || '0';
    return { ...base, trial };
  });
  const same = twins(files, of);
  if (same) throw claimedTwice(dir, files, same);
  const trials = [...new Set(of.map(({ trial }) => trial))].sort(naturally);
  const shown = trials.length > 12 ? `${trials.slice(0, 12).join(', ')} …` : trials.join(', ');
  return {
    of,
    notes: [
      `Trials are told apart by what differs in the paths: ${shown}. --pattern with {trial} says it otherwise.`,
    ],
  };
}

/** The halves that files stand in, where the folder is divided in two or the person said so. */
function partsOf(files: readonly SelectedFile[]): ('train' | 'test' | undefined)[] | undefined {
  const stated = files.map(({ part }) => part);
  if (stated.some(Boolean)) return stated;
  const written = files.map(({ facts }) => facts.part);
  return written.includes('train') && written.includes('test') ? written : undefined;
}

/** Numbers of trials: of those words whose numbers differ between files, or of the first where none does. */
function trialsNamed(files: readonly SelectedFile[]): (string | undefined)[] {
  const words = [...new Set(files.flatMap(({ facts }) => facts.trials.map(({ word }) => word)))];
  const numberOf = (n: number, word: string): string | undefined =>
    files[n]?.facts.trials.find((one) => one.word === word)?.number;
  const differing = words.filter((word) => new Set(files.map((_, n) => numberOf(n, word))).size > 1);
  const told = differing.length > 0 ? differing : words.slice(0, 1);
  return files.map((_, n) => {
    const numbers = told.map((word) => numberOf(n, word)).filter((number) => number !== undefined);
    return numbers.length > 0 ? numbers.join('/') : undefined;
  });
}

/** Words of each path that are not in all of them. */
function differingWords(files: readonly SelectedFile[], divided: boolean): string[] {
  const own = files.map(({ facts }) => facts.words.filter((word) => !(divided && saysPart(word))));
  const shared = new Set(own[0]?.filter((word) => own.every((words) => words.includes(word))));
  return own.map((words) => words.filter((word) => !shared.has(word)).join('_'));
}

/** Whether words tell conditions: there are several, and most of them have several classes. */
function tellConditions(files: readonly SelectedFile[], words: readonly string[]): boolean {
  const classes = new Map<string, Set<string>>();
  files.forEach(({ match }, n) => {
    const word = words[n] ?? '';
    classes.set(word, (classes.get(word) ?? new Set()).add(match?.classText ?? ''));
  });
  const several = [...classes.values()].filter((set) => set.size > 1).length;
  return classes.size > 1 && 2 * several > classes.size;
}

/** Two files that claim to be the same. */
function twins(
  files: readonly SelectedFile[],
  origins: readonly FileOrigin[],
): readonly [number, number] | undefined {
  const known = new Map<string, number>();
  for (const [n, origin] of origins.entries()) {
    const { classText, repetition = 0 } = files[n]?.match ?? {};
    const { subject, part, trial } = origin;
    const key = JSON.stringify([subject, part, trial, classText, repetition]);
    const first = known.get(key);
    if (first !== undefined) return [first, n];
    known.set(key, n);
  }
  return undefined;
}

function claimedTwice(
  dir: string,
  files: readonly SelectedFile[],
  [a, b]: readonly [number, number],
): StreamError {
  const { classText, repetition } = files[b]?.match ?? {};
  const claim =
    classText === undefined
      ? 'are told apart by nothing in their paths'
      : `both claim to be repetition ${repetition ?? 0} of class ${classText}`;
  return new StreamError(`${dir}: ${files[a]?.path} and ${files[b]?.path} ${claim}`, {
    hint: 'Say what tells them apart, such as --pattern "{subject}/{trial}/C_{class}_R_{rep}.csv", or move one of them away.',
  });
}
