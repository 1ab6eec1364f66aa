import { ConfigError, StreamError } from '../../../src/ground/signal/errors.js';
import { annotationsPathOf } from '../../../src/recording/csv-writer.js';
import { formatOf } from '../registry.js';
import { descriptionNames } from './folder-facts.js';
import { interrupted, type FileList, type UnreadFile } from './list-files.js';
import {
  defaultPattern,
  defaultPatterns,
  labelPattern,
  type LabelPattern,
  type PathMatch,
} from './label-pattern.js';
import { pathFacts, type PathFacts } from './path-facts.js';

/** Which files of a folder are read, and what their paths say. */
export interface FilePatterns {
  /** Text with `{class} {rep} {trial} {subject}` or a regular expression; the common namings by default. */
  readonly pattern?: string | RegExp;
  /** Files to train on and files to test on, in the same form; the folder's own division by default. */
  readonly train?: string | RegExp;
  readonly test?: string | RegExp;
}

/** A file that is read, with what its path says. */
export interface SelectedFile {
  /** Relative to the folder, `/`-separated. */
  readonly path: string;
  readonly match: PathMatch | undefined;
  readonly facts: PathFacts;
  /** As `train` or `test` said. */
  readonly part?: 'train' | 'test';
}

/** The files that are read, and those that are not. */
export interface Selection {
  readonly files: readonly SelectedFile[];
  readonly unread: readonly UnreadFile[];
  /** Whether classes stand in the paths; else labels are within the recordings. */
  readonly classesInPaths: boolean;
}

const prose = /(?:^|\/)(?:readme|licen[cs]e|changelog|citation|participants)[^/]*$/i;
const isRecording = (path: string): boolean => formatOf(path)?.read !== undefined && !prose.test(path);
const isText = (path: string): boolean => formatOf(path)?.name === 'csv';

/**
 * Choose the files of a folder that are read. Where any path has a class, those without are left; else all recordings
 * are taken whose labels may be within, text only where there is nothing else.
 *
 * @throws StreamError where nothing is left, or a file matches both `train` and `test`; ConfigError for one without the
 * other
 */
export function selectFiles(dir: string, list: FileList, patterns: FilePatterns): Selection {
  const unread: UnreadFile[] = [...list.unread];
  const read = readerOf(patterns);
  const files: SelectedFile[] = [];
  for (const path of list.files) {
    if (isDescription(path, list.files)) continue;
    const outcome = path.endsWith('.part') ? interrupted : isRecording(path) ? read(path) : 'no recording';
    if (typeof outcome === 'string') unread.push({ path, reason: outcome });
    else files.push(outcome);
  }
  if (files.length === 0) throw nothingFound(dir, list, patterns);
  const labelled = files.filter(({ match }) => match?.classText !== undefined);
  if (labelled.length > 0) {
    for (const { path } of files.filter((file) => !labelled.includes(file)))
      unread.push({ path, reason: 'no class and repetition in its name' });
    return { files: labelled, unread, classesInPaths: true };
  }
  const containers = files.filter(({ path }) => !isText(path));
  const chosen = containers.length > 0 ? containers : files;
  for (const { path } of files.filter((file) => !chosen.includes(file)))
    unread.push({ path, reason: 'text beside recordings' });
  return { files: chosen, unread, classesInPaths: false };
}

/** What becomes of a path: a file that is read, or the reason why not. */
function readerOf({ pattern, train, test }: FilePatterns): (path: string) => SelectedFile | string {
  if ((train === undefined) !== (test === undefined))
    throw new ConfigError(`${train === undefined ? '--test' : '--train'} is given without the other`, {
      hint: 'Say both which files train and which test, such as --train "train/**" --test "test/**".',
    });
  const own = pattern === undefined ? undefined : labelPattern(pattern);
  const trains = train === undefined ? undefined : labelPattern(train);
  const tests = test === undefined ? undefined : labelPattern(test);
  return (path) => {
    const matched = own?.(path);
    if (own && !matched) return 'does not match the pattern';
    const part = partOf(path, trains, tests);
    if (trains && !part) return 'matches neither --train nor --test';
    const stated = {
      ...part?.match,
      ...matched,
      spans: [...(part?.match.spans ?? []), ...(matched?.spans ?? [])],
    };
    const isStated = stated.classText !== undefined;
    const usual = isStated ? undefined : defaultPattern(path);
    const match = { ...usual, ...stated, spans: [...(usual?.spans ?? []), ...stated.spans] };
    const facts = pathFacts(path, match);
    if (facts.sensor !== undefined && !isStated) return `of another sensor (${facts.sensor})`;
    return { path, match, facts, ...(part && { part: part.part }) };
  };
}

function partOf(
  path: string,
  trains: LabelPattern | undefined,
  tests: LabelPattern | undefined,
): { part: 'train' | 'test'; match: PathMatch } | undefined {
  const train = trains?.(path);
  const test = tests?.(path);
  if (train && test)
    throw new StreamError(`${path} matches both --train and --test`, {
      hint: 'Nothing may be learned from and tested on: write patterns of which every file matches one.',
    });
  if (train) return { part: 'train', match: train };
  return test && { part: 'test', match: test };
}

/** Files that are read as part of others: descriptions of the folder, annotations beside a recording. */
function isDescription(path: string, files: readonly string[]): boolean {
  if (descriptionNames.includes(path.slice(path.lastIndexOf('/') + 1))) return true;
  return /\.annotations\.\w+$/i.test(path) && files.some((file) => annotationsPathOf(file) === path);
}

function nothingFound(dir: string, { files, unread }: FileList, patterns: FilePatterns): StreamError {
  const { pattern, train, test } = patterns;
  const asked = [pattern, train, test].filter((one) => one !== undefined).map(String);
  const wanted =
    asked.length > 0 ? `matches ${asked.join(' or ')}` : 'is a recording of electrodes, by its name';
  const examples = [...files, ...unread.map(({ path, reason }) => `${path} (${reason})`)];
  const seen =
    examples.length === 0
      ? 'it holds no files'
      : `it holds ${examples.length} files, such as ${examples.slice(0, 3).join(', ')}`;
  return new StreamError(`${dir}: no file ${wanted}; ${seen}`, {
    hint:
      'Say where class, repetition and trial stand, such as --pattern "{class}/rep{rep}.csv"; ' +
      `without it ${defaultPatterns.join(', ')} and recordings with labels within are read.`,
  });
}
