import { classifierKinds, type ClassifierKind, type ModelOptions } from '../../decoder/model-fields.js';
import { decoderFields, type DecoderSpec } from '../../decoder/decoder-fields.js';
import { ConfigError } from '../../ground/signal/errors.js';
import { closest, parseFields } from '../../ground/signal/parse-fields.js';
import { nameOf, type InsideChoice } from '../classifier-choice.js';

/** A decoder that takes part in a search. */
export interface Candidate {
  /** `default`, or what is other than in the default, such as `classifier=knn neighbours=3`. */
  readonly name: string;
  /** The searched fields that it reads, by their short names. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly spec: DecoderSpec;
  readonly classifier: InsideChoice;
}

/** Values to try of fields of the decoder: `windowMs`, `modelOptions.neighbours` or, shorter, `neighbours`. */
export type SearchGrid = Readonly<Record<string, readonly unknown[]>>;

/** Candidates at most: more are a mistake, or a night. */
const MOST = 500;

/** Classifiers of ours that read an option of the models. */
const readers: Readonly<Partial<Record<keyof ModelOptions, readonly ClassifierKind[]>>> = {
  shrinkage: ['lda', 'qda', 'mahalanobis'],
  priors: ['lda', 'qda', 'gaussian-naive-bayes'],
  neighbours: ['knn'],
  cost: ['linear-svm'],
  trees: ['random-forest'],
  treeDepth: ['random-forest'],
  hiddenUnits: ['mlp'],
  epochs: ['mlp'],
};

/**
 * Fields that can be searched, by their short names. What is trimmed of recordings is none of them: it changes what
 * accuracy is measured on.
 */
const paths: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ...Object.fromEntries(
    ['features', 'classifier', 'windowMs', 'stepMs', 'standardize', 'thresholds', 'thresholdUv']
      .concat(['thresholdRestMultiple', 'wampRestMultiple'])
      .map((name) => [name, [name]]),
  ),
  ...Object.fromEntries(Object.keys(readers).map((name) => [name, ['modelOptions', name]])),
  ...Object.fromEntries(
    ['fusionWindows', 'rejectBelow', 'majorityVotes', 'debounceDecisions'].map((name) => [
      name,
      ['smoothing', name],
    ]),
  ),
};

/** Short names of all fields that can be searched. */
export const searchable: readonly string[] = Object.keys(paths);

/** Whether candidates differ in how decisions are steadied, so that steadied decisions are what is scored. */
export function steadies(grid: SearchGrid): boolean {
  return Object.keys(grid).some((name) => paths[shortName(name)]?.[0] === 'smoothing');
}

/**
 * Every combination of the values of a grid, the default first, whether it is among them or not. Those that differ only in
 * what their classifier does not read, such as the neighbours of LDA, are one.
 *
 * @param base the default: what is not searched stays as it is there
 * @param classifier of the default
 * @throws ConfigError for a field that cannot be searched, a value that is not allowed, no values, or too many combinations
 */
export function candidatesOf(base: DecoderSpec, classifier: InsideChoice, grid: SearchGrid): Candidate[] {
  const names = Object.keys(grid).map(shortName);
  const count = Object.values(grid).reduce((product, values) => product * values.length, 1);
  if (names.length === 0 || count === 0 || count > MOST)
    throw new ConfigError(
      names.length === 0
        ? 'search: got nothing to search over'
        : `search: got ${count} combinations, expected 1 to ${MOST}`,
      { field: 'search', hint: 'For example classifier=lda,knn and neighbours=1,5,15.' },
    );
  let combinations: Readonly<Record<string, unknown>>[] = [{}];
  Object.values(grid).forEach((values, at) => {
    combinations = combinations.flatMap((one) => values.map((value) => ({ ...one, [names[at]]: value })));
  });
  const all = [{}, ...combinations].map((values) => candidate(base, classifier, values, names));
  const [first] = all;
  const seen = new Set<string>();
  return all
    .filter((one) => {
      const key = JSON.stringify(Object.entries(one.settings));
      return !seen.has(key) && seen.add(key);
    })
    .map((one) => ({
      ...one,
      name: one === first ? 'default' : differenceText(one.settings, first?.settings ?? {}),
    }));
}

/** @throws ConfigError where the field cannot be searched */
function shortName(given: string): string {
  const name = given.replace(/^decoder\./, '');
  const short = searchable.find((one) => one === name || paths[one].join('.') === name);
  if (short !== undefined) return short;
  const guess = closest(name, searchable);
  throw new ConfigError(`search: got field ${given}, expected one of ${searchable.join(', ')}`, {
    field: 'search',
    hint: guess ? `Did you mean ${guess}?` : 'For example windowMs=100,150,200.',
  });
}

function candidate(
  base: DecoderSpec,
  usual: InsideChoice,
  { classifier: chosen, ...values }: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Candidate {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(values)) {
    const [outer, inner] = paths[name];
    merged[outer] = inner === undefined ? value : { ...(merged[outer] as object), [inner]: value };
  }
  const own = typeof chosen === 'object' && chosen !== null ? (chosen as InsideChoice) : undefined;
  if (chosen !== undefined && !own) merged.classifier = chosen;
  const spec = parseFields(decoderFields, merged, 'decoder');
  const classifier = own ?? (chosen === undefined ? usual : spec.classifier);
  const read = names.filter((name) => isRead(name, spec, classifier));
  const settings = Object.fromEntries(
    read.map((name) => [name, name === 'classifier' ? nameOf(classifier) : valueOf(spec, name)]),
  );
  return { name: '', settings, spec, classifier };
}

function valueOf(spec: DecoderSpec, name: string): unknown {
  let value: unknown = spec;
  for (const key of paths[name]) value = Reflect.get(value as object, key);
  return value;
}

/** Whether a field changes anything in a decoder; modules of one's own read no options of ours. */
function isRead(name: string, { thresholds }: DecoderSpec, classifier: InsideChoice): boolean {
  if (name === 'thresholdUv') return thresholds === 'fixed';
  if (name === 'thresholdRestMultiple' || name === 'wampRestMultiple') return thresholds === 'rest';
  if (paths[name][0] !== 'modelOptions') return true;
  const kinds: readonly string[] = readers[name as keyof ModelOptions] ?? classifierKinds;
  return typeof classifier === 'string' && kinds.includes(classifier);
}

function differenceText(settings: Candidate['settings'], usual: Candidate['settings']): string {
  return Object.entries(settings)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('+') : String(value)}`)
    .join(' ');
}
