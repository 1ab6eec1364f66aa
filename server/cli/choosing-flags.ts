import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Rankable } from '../../src/study/choosing/rank-person.js';
import type { SearchGrid } from '../../src/study/choosing/search-grid.js';
import { UsageError } from '../errors.js';
import { refuseFlags } from './decoder-of-data.js';
import { choiceArgument } from './options.js';
import { jsonOrText } from './resolve-scenario.js';

/** The flags that choose what a decoder is made of instead of measuring decoders. */
export interface ChoosingFlags {
  /** True is features. */
  readonly rankFeatures?: Rankable | true;
  /** True searches over what other flags give several values of. */
  readonly search?: SearchGrid | true;
}

/** Flags that only a decoder that is measured has. */
const ofMeasured = ['decoder', 'unseen', 'against', 'selectFeatures', 'reject'] as const;

/** Add the flags that choose what a decoder is made of. */
export function addChoosingOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--rank-features [what]',
        'rank features (or channels, or columns: each feature of each channel) by eight criteria without a classifier',
      )
        .argParser(choiceArgument(['features', 'channels', 'columns'] as const))
        .conflicts(['decoder', 'search']),
    )
    .addOption(
      new Option(
        '--search [field=values...]',
        'search for settings inside training (nested): neighbours=1,5,15 shrinkage=0,0.2 features=HTD,RMS+WL, and several values of --features, --classifier and --window',
      )
        .argParser(searchArgument)
        .conflicts(['decoder']),
    );
}

/** Parser of fields with the values to try, such as `neighbours=1,5,15`. */
function searchArgument(text: string, earlier: SearchGrid | true = {}): SearchGrid {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  const values = text
    .slice(at + 1)
    .split(',')
    .map((value) => value.trim());
  if (at < 1 || values.includes(''))
    throw new InvalidArgumentError('Expected field=values, such as neighbours=1,5,15.');
  const grid = earlier === true ? {} : earlier;
  if (Object.hasOwn(grid, name)) throw new InvalidArgumentError(`Got ${name} twice.`);
  const isFeatures = /^(decoder\.)?features$/.test(name);
  return { ...grid, [name]: values.map((value) => (isFeatures ? value.split('+') : jsonOrText(value))) };
}

/** Whether something is to be chosen instead of measured. */
export function asksToChoose({ rankFeatures, search }: ChoosingFlags): boolean {
  return rankFeatures !== undefined || search !== undefined;
}

/** Fields of a search that have flags of their own. */
const flagOfField = {
  features: 'features',
  classifier: 'classifier',
  windowMs: 'window',
  stepMs: 'step',
} as const;

/**
 * No option is taken and dropped while something is chosen.
 * @throws UsageError naming the first that says nothing here, or that says what the search says, too
 */
export function refuseIdle(command: Command, { rankFeatures, search }: ChoosingFlags): void {
  if (rankFeatures !== undefined) {
    const why = 'says nothing to --rank-features, which ranks on training windows without a classifier';
    refuseFlags(command, [...ofMeasured, 'classifier'], why, 'Leave it out, or leave out --rank-features.');
  }
  if (search === undefined) return;
  refuseFlags(
    command,
    ofMeasured,
    'cannot be used with --search, which trains all its decoders and scores them by accuracy',
    'Leave it out; thresholds of confidence are searched with rejectBelow=0,0.5,0.8.',
  );
  for (const [field, flag] of Object.entries(flagOfField))
    if (search !== true && Object.keys(search).some((name) => name.replace(/^decoder\./, '') === field))
      refuseFlags(command, [flag], `says the same field as --search ${field}`, 'Give one of them.');
}

/** The fields of a search. @throws UsageError where nothing has several values */
export function searchedFields(
  { search }: ChoosingFlags,
  several: readonly (readonly unknown[] | undefined)[],
): SearchGrid {
  const fields = search === true || search === undefined ? {} : search;
  if (Object.keys(fields).length > 0 || several.some((values) => (values?.length ?? 0) > 1)) return fields;
  throw new UsageError('--search: got nothing to search over', {
    hint: 'Write, for example, --search neighbours=1,5,15 --classifier lda knn.',
  });
}
