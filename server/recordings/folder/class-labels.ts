import { StreamError } from '../../../src/ground/signal/errors.js';
import { labelOf } from '../segments.js';
import type { FactsOfFolders } from './folder-facts.js';
import { naturally } from '../../../src/ground/signal/naturally.js';

/** What a class is called. */
export interface ClassLabel {
  readonly label: string;
  readonly classIndex: number;
}

/** Classes of files, in their order, with what had to be assumed. */
export interface ClassLabels {
  readonly of: readonly ClassLabel[];
  readonly notes: readonly string[];
}

/**
 * Names of the classes that paths tell. A number is called as the description beside its file says; where only other
 * folders have a description, as those say, if they agree.
 *
 * @param paths of the files, absolute or relative to the current folder
 * @throws StreamError where a number has no name beside it, and others call it differently
 */
export async function classLabels(
  paths: readonly string[],
  classTexts: readonly string[],
  facts: FactsOfFolders,
): Promise<ClassLabels> {
  const numbers = classNumbers(classTexts);
  const own: (string | undefined)[] = [];
  for (const [n, text] of classTexts.entries())
    own.push(isNumber(text) ? await facts.nameOf(paths[n] ?? '', Number(text)) : text);
  const elsewhere = namesByNumber(classTexts, own);
  const borrowed = new Set<string>();
  const of = classTexts.map((text, n): ClassLabel => {
    const others = elsewhere.get(text) ?? new Set();
    const [only] = others;
    if (own[n] === undefined && others.size > 1)
      throw new StreamError(
        `${paths[n]}: nothing beside it names class ${text}, and others call it ${[...others].join(' and ')}`,
        { hint: 'Put a metadata.json or collection_details.json beside it, or select files with --pattern.' },
      );
    if (own[n] === undefined && only !== undefined) borrowed.add(text);
    return { label: labelOf(own[n] ?? only ?? text), classIndex: numbers.get(text) ?? 0 };
  });
  return { of, notes: [...notesOf(classTexts, own, of, borrowed), ...(await notesOfFacts(facts))] };
}

const isNumber = (text: string): boolean => /^\d+$/.test(text);

/** Numbers stay what they are; names are numbered in alphabetical order. */
export function classNumbers(texts: readonly string[]): Map<string, number> {
  const different = [...new Set(texts)].sort(naturally);
  const numeric = different.every(isNumber);
  return new Map(different.map((text, order) => [text, numeric ? Number(text) : order]));
}

function namesByNumber(
  texts: readonly string[],
  own: readonly (string | undefined)[],
): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  texts.forEach((text, n) => {
    const name = own[n];
    if (isNumber(text) && name !== undefined)
      names.set(text, (names.get(text) ?? new Set()).add(labelOf(name)));
  });
  return names;
}

function notesOf(
  texts: readonly string[],
  own: readonly (string | undefined)[],
  of: readonly ClassLabel[],
  borrowed: ReadonlySet<string>,
): string[] {
  const notes: string[] = [];
  if (borrowed.size > 0)
    notes.push(
      `Some folders do not name their classes; ${inWords(borrowed)} ${borrowed.size === 1 ? 'is' : 'are'} called there as in the folders that do.`,
    );
  const differing = [...namesByNumber(texts, own)].filter(([, names]) => names.size > 1);
  for (const [text, names] of differing)
    notes.push(
      `Class ${text} is called ${[...names].join(' in some folders and ')} in others; the names count, not the number.`,
    );
  const numbers = new Map<string, Set<string>>();
  texts.forEach((text, n) => {
    const label = of[n]?.label ?? text;
    numbers.set(label, (numbers.get(label) ?? new Set()).add(text));
  });
  if (differing.length === 0)
    for (const [label, same] of numbers)
      if (same.size > 1) notes.push(`${inWords(same)} are all called ${label}, and are one class.`);
  return notes;
}

async function notesOfFacts(facts: FactsOfFolders): Promise<string[]> {
  return (await facts.all()).flatMap(([, { notes }]) => [...notes]);
}

function inWords(texts: ReadonlySet<string>): string {
  return `${texts.size === 1 ? 'class' : 'Classes'} ${[...texts].sort(naturally).join(', ')}`;
}
