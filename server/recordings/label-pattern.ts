import { ConfigError } from '../../src/ground/signal/errors.js';

/** What a file's path says of it. */
export interface PathLabel {
  readonly classText: string;
  readonly repetition: number;
  readonly trial: string;
}

/** Reads class, repetition and trial from a path relative to the recording's folder, `/`-separated. */
export type LabelPattern = (relativePath: string) => PathLabel | undefined;

/** The patterns looked for unless one is given. */
export const defaultPatterns: readonly string[] = [
  'trial_<t>/R_<rep>_C_<class>.csv',
  'C_<class>_R_<rep>_emg.csv',
];

const repetitionFirst = /(?:^|[/_])R_(?<rep>\d+)_C_(?<class>\d+)(?:_[a-z]+)?\.(?:csv|tsv|txt)$/i;
const classFirst = /(?:^|[/_])C_(?<class>\d+)_R_(?<rep>\d+)(?:_emg)?\.(?:csv|tsv|txt)$/i;
const trialFolder = /(?:^|\/)(?:trial|session|run|set)[_-]?(\d+)(?=[/_])/i;

/**
 * A pattern is a text with placeholders `{class}`, `{rep}` and `{trial}` (`S1/{class}_{rep}.csv`; `*` stands
 * for anything within a folder, `**` for any folders) or a regular expression with named groups `class`,
 * `rep` and `trial`. Both are matched against the end of the path.
 *
 * @throws ConfigError when it names no class
 */
export function labelPattern(pattern?: string | RegExp): LabelPattern {
  if (pattern === undefined)
    return (path) => labelFrom(repetitionFirst.exec(path) ?? classFirst.exec(path), path);
  const expression = typeof pattern === 'string' ? expressionOf(pattern) : pattern;
  if (!/\(\?<class>/.test(expression.source))
    throw new ConfigError(`the pattern ${String(pattern)} does not say where the class is`, {
      hint: 'Write {class} where the class stands, such as "C_{class}_R_{rep}_emg.csv".',
    });
  // A regular expression with the g or y flag would remember its place between files.
  const plain = new RegExp(expression.source, expression.flags.replace(/[gy]/g, ''));
  return (path) => labelFrom(plain.exec(path), path);
}

function expressionOf(pattern: string): RegExp {
  const groups = { class: '(?<class>[^/]+?)', rep: '(?<rep>\\d+)', trial: '(?<trial>\\d+)' };
  const seen = new Set<string>();
  const source = pattern
    .replace(/^\.\//, '')
    .replace(
      /\{(class|rep|trial)\}|\*\*\/|\*|[.+?^${}()|[\]\\]/g,
      (token, name: 'class' | 'rep' | 'trial' | undefined) => {
        if (name) {
          if (seen.has(name)) return `\\k<${name}>`;
          seen.add(name);
          return groups[name];
        }
        return token === '**/' ? '(?:.*/)?' : token === '*' ? '[^/]*' : `\\${token}`;
      },
    );
  return new RegExp(`(?:^|/)${source}$`, 'i');
}

function labelFrom(match: RegExpExecArray | null, path: string): PathLabel | undefined {
  const classText = match?.groups?.['class'];
  if (!match || classText === undefined) return undefined;
  const trial = match.groups?.['trial'] ?? trialFolder.exec(path)?.[1] ?? '0';
  return { classText, repetition: Number(match.groups?.['rep'] ?? 0), trial };
}
