import { ConfigError } from '../../../src/ground/signal/errors.js';

/** What a path says, with the parts of it that say so. */
export interface PathMatch {
  readonly classText?: string;
  readonly repetition?: number;
  readonly trial?: string;
  readonly subject?: string;
  /** Where in the path these stand, as [from, until). */
  readonly spans: readonly (readonly [number, number])[];
}

/** Reads a path relative to the recordings' folder, `/`-separated; undefined where it does not match. */
export type LabelPattern = (relativePath: string) => PathMatch | undefined;

/** What is looked for unless a pattern is given, for messages. */
export const defaultPatterns: readonly string[] = [
  '…R_<rep>_C_<class>…',
  '…C<class>_R<rep>…',
  'gesture_<rep>_<class>',
];

const groups = {
  class: '(?<class>[^/]+?)',
  rep: '(?<rep>\\d+)',
  trial: '(?<trial>[^/]+?)',
  subject: '(?<subject>[^/]+?)',
} as const;
type Placeholder = keyof typeof groups;

/**
 * A pattern is a text with placeholders `{class}`, `{rep}`, `{trial}` and `{subject}` (`S{subject}/{class}_{rep}.csv`;
 * `*` stands for anything within a folder, `**` for any folders) or a regular expression with groups of those names.
 * Both are matched against the end of the path. Without `{class}` it selects files whose labels are elsewhere.
 *
 * @throws ConfigError for a placeholder that is none of these
 */
export function labelPattern(pattern: string | RegExp): LabelPattern {
  const expression = typeof pattern === 'string' ? expressionOf(pattern) : pattern;
  // A regular expression with the g or y flag would remember its place between files; d tells the places.
  const plain = new RegExp(expression.source, `${expression.flags.replace(/[gyd]/g, '')}d`);
  return (path) => matchOf(plain.exec(path));
}

/** Class and repetition as LibEMG's tools and the public data sets in its form write them. */
export const defaultPattern: LabelPattern = (path) => {
  const stem = path.replace(/\.[^./]+$/, '');
  const gesture = /(?:^|[/_])gesture_(?<rep>\d+)_(?<class>\d+)$/di.exec(stem);
  if (gesture) return matchOf(gesture);
  const [label] = [...stem.matchAll(/(?:^|[/_-])C_?(?<class>\d+)(?=$|[/_-])/dgi)].slice(-1);
  const [repetition] = [...stem.matchAll(/(?:^|[/_-])R_?(?<rep>\d+)(?=$|[/_-])/dgi)].slice(-1);
  if (!label || !repetition) return undefined;
  const one = matchOf(label);
  const other = matchOf(repetition);
  return { ...one, ...other, spans: [...(one?.spans ?? []), ...(other?.spans ?? [])] };
};

function expressionOf(pattern: string): RegExp {
  const unknown = /\{(\w+)\}/g;
  for (const [whole, name = ''] of pattern.matchAll(unknown))
    if (!(name in groups))
      throw new ConfigError(`the pattern ${pattern} has ${whole}, which is no placeholder`, {
        hint: 'Placeholders are {class}, {rep}, {trial} and {subject}; * stands for anything.',
      });
  const seen = new Set<string>();
  const source = pattern
    .replace(/^\.\//, '')
    .replace(
      /\{(class|rep|trial|subject)\}|\*\*\/|\*\*|\*|[.+?^${}()|[\]\\]/g,
      (token, name: Placeholder | undefined) => {
        if (name) {
          if (seen.has(name)) return `\\k<${name}>`;
          seen.add(name);
          return groups[name];
        }
        const any = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' }[token];
        return any ?? `\\${token}`;
      },
    );
  return new RegExp(`(?:^|/)${source}$`, 'i');
}

function matchOf(match: RegExpExecArray | null): PathMatch | undefined {
  if (!match) return undefined;
  const { class: classText, rep, trial, subject } = match.groups ?? {};
  const spans = Object.values(match.indices?.groups ?? {}).filter((span) => span !== undefined);
  return {
    ...(classText !== undefined && { classText: plainNumber(classText) }),
    ...(rep !== undefined && { repetition: Number(rep) }),
    ...(trial !== undefined && { trial: plainNumber(trial) }),
    ...(subject !== undefined && { subject }),
    spans,
  };
}

/** `01` and `1` are the same number. */
function plainNumber(text: string): string {
  return /^\d+$/.test(text) ? String(Number(text)) : text;
}
