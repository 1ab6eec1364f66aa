/** Words that tell least: left out first. */
const fillers = new Set(
  ['head', 'muscle', 'site', 'channel', 'electrode', 'and'].concat(['kopf', 'muskel', 'kanal', 'und']),
);
/** A stump of fewer letters tells nothing. */
const LEAST_LETTERS = 3;

/**
 * Short names that stay apart: names that differ have short names that differ, also in lower case. What several names have in
 * common is shortened first (`Vastus lateralis`, `Vastus medialis` → `V. lateralis`, `V. medialis`), what tells them apart
 * last; a name that fits stays as it is.
 * @param longest letters that there is place for; a number that keeps names apart may need more where it is less than 4
 * @example shortNames(['S2 Vastus lateralis', 'S3 Vastus medialis'], 15) // ['S2 V. lateralis', 'S3 V. medialis']
 */
export function shortNames(names: readonly string[], longest: number): string[] {
  const distinct = [...new Set(names)];
  const bare = withoutBrackets(distinct, longest);
  const counts = wordCounts(bare);
  const offers = bare.map((name) => [...new Set(shorter(name, longest, counts))]);
  const wishes = new Map<string, number>();
  for (const offer of offers)
    for (const key of new Set(offer.map(lower))) wishes.set(key, (wishes.get(key) ?? 0) + 1);
  const taken = new Set(distinct.filter((name) => name.length <= longest).map(lower));
  const given = new Map<string, string>();
  distinct.forEach((name, i) => {
    if (name.length <= longest) {
      given.set(name, name);
      return;
    }
    const own = offers[i]?.find((offer) => wishes.get(lower(offer)) === 1 && !taken.has(lower(offer)));
    const found = own ?? numbered(name, longest, taken);
    taken.add(lower(found));
    given.set(name, found);
  });
  return names.map((name) => given.get(name) ?? name);
}

/** Names that are too long, without what stands in brackets: a remark, unless it is all that keeps them apart. */
function withoutBrackets(names: readonly string[], longest: number): readonly string[] {
  const bare = names.map((name) =>
    name.length <= longest ? name : name.replace(/\s*\([^)]*\)/gu, '').trim() || name,
  );
  return new Set(bare.map(lower)).size === names.length ? bare : names;
}

/** Ever shorter forms of a name, of which each fits. */
function shorter(name: string, longest: number, counts: ReadonlyMap<string, number>): string[] {
  const all = wordsOf(name);
  const telling = all.filter((word) => !fillers.has(lower(word)));
  const words = telling.length > 0 ? telling : all;
  const order = words
    .map((word, at) => ({ at, count: counts.get(lower(word)) ?? 0 }))
    .filter(({ at }) => (words[at] ?? '').length > LEAST_LETTERS && !/\d/u.test(words[at] ?? ''))
    .sort((a, b) => b.count - a.count || a.at - b.at);
  const common = stages(
    words,
    order.filter(({ count }) => count > 1).map(({ at }) => at),
  );
  const last = common.at(-1) ?? words;
  const own = stages(
    last,
    order.filter(({ count }) => count <= 1).map(({ at }) => at),
  ).slice(1);
  return [all, ...common]
    .map(joined)
    .concat([...common].reverse().flatMap((stage) => cut(stage, longest)))
    .concat(own.filter(tells).map(joined))
    .concat(beginnings(words).flatMap((stage) => cut(stage, longest)))
    .concat(own.flatMap((stage) => cut(stage, longest)))
    .concat(own.map(joined))
    .filter((text) => text !== '' && text.length <= longest);
}

/** Whether a word is left of which there is more than an initial. */
const tells = (words: readonly string[]): boolean => words.some((word) => word.length > LEAST_LETTERS);

/** The words, then with one after the other as its initial. */
function stages(words: readonly string[], order: readonly number[]): string[][] {
  const found = [[...words]];
  for (const at of order) {
    const next = [...(found.at(-1) ?? [])];
    next[at] = `${[...(words[at] ?? '')][0] ?? ''}.`;
    found.push(next);
  }
  return found;
}

/** The words without the last one, without the last two, down to the first. */
function beginnings(words: readonly string[]): string[][] {
  return words.slice(1).map((_, n) => words.slice(0, words.length - 1 - n));
}

/** The longest word cut to what there is place for; where that is not enough, the last words too. */
function cut(words: readonly string[], longest: number): string[] {
  const left = words.map((word) => word.length);
  const text = (): string =>
    joined(words.map((word, i) => ((left[i] ?? 0) < word.length ? `${word.slice(0, left[i])}.` : word)));
  let at = left.lastIndexOf(Math.max(...left));
  while (text().length > longest) {
    if ((left[at] ?? 0) <= LEAST_LETTERS) at = left.findLastIndex((letters) => letters > LEAST_LETTERS);
    if (at < 0) return [];
    left[at] = (left[at] ?? 0) - 1;
  }
  return [text()];
}

/** Where no words keep it apart, a number does. */
function numbered(name: string, longest: number, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = String(number);
    const stump = name.slice(0, Math.max(0, longest - end.length - 1)).trim();
    const text = stump === '' ? end : `${stump} ${end}`;
    if (!taken.has(lower(text))) return text;
  }
}

function wordCounts(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const word of new Set(wordsOf(name).map(lower))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const wordsOf = (name: string): string[] => name.split(/[\s,;()[\]]+/u).filter((word) => word !== '');
const joined = (words: readonly string[]): string => words.join(' ');
const lower = (text: string): string => text.toLowerCase();
