import type { CardRow, CardTrait, PersonCard } from '../../../src/body/person/person-card.js';

/** From here on, in standard deviations, a person differs enough for words. */
const NOTABLE = 0.7;

/**
 * Who a person is in plain sentences, the most telling first: body, limb, efforts, electrodes. Only what differs
 * notably from the typical person is told.
 */
export function personWords(card: PersonCard): string[] {
  const row = (trait: CardTrait): CardRow | undefined => card.rows.find((one) => one.trait === trait);
  if (card.rows.every(({ deviation }) => deviation === 0))
    return ['The typical person of this population, whom nobody is exactly like.'];
  return [
    `${who(card)}, ${levelOf(row('build'), ['slightly built', 'of average build', 'stoutly built'])}.`,
    limbWords(row('girth'), row('fat')),
    effortWords(row('skill'), row('selectivity'), row('effort')),
    contactWords(row('around'), row('noise')),
  ].filter((sentence) => sentence !== '');
}

function who({ sex, rows }: PersonCard): string {
  const age = Math.round(rows.find(({ trait }) => trait === 'age')?.value ?? 0);
  return sex === 'unspecified' ? `A person of ${age}` : `A ${sex} of ${age}`;
}

function limbWords(girth: CardRow | undefined, fat: CardRow | undefined): string {
  const thick = shareOf(girth);
  const fatty = shareOf(fat);
  const limb =
    Math.abs(thick - 1) < 0.03
      ? 'The limb is as thick as most'
      : `The limb is ${percentOff(thick)} ${thick > 1 ? 'thicker' : 'thinner'} than typical`;
  if (Math.abs(fatty - 1) < 0.1) return `${limb}, with the usual fat under the skin.`;
  return fatty > 1
    ? `${limb}, with ${percentOff(fatty)} more fat under the skin, which dampens what electrodes there hear.`
    : `${limb}, with ${percentOff(fatty)} less fat under the skin, so that electrodes there hear more.`;
}

function effortWords(
  skill: CardRow | undefined,
  selectivity: CardRow | undefined,
  effort: CardRow | undefined,
): string {
  const habits = [
    levelOf(skill, ['repeats efforts less evenly than most', '', 'repeats efforts more evenly than most']),
    levelOf(selectivity, ['singles muscles out less well', '', 'singles muscles out better']),
    levelOf(effort, ['tightens muscles less than asked', '', 'tightens muscles more than asked']),
  ].filter((habit) => habit !== '');
  if (habits.length === 0) return 'Makes efforts like most people do.';
  const last = habits.pop() ?? '';
  const text = habits.length > 0 ? `${habits.join(', ')} and ${last}` : last;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function contactWords(around: CardRow | undefined, noise: CardRow | undefined): string {
  const beside = Math.abs((around?.value ?? 0) - (around?.typical ?? 0));
  const placed = beside >= 3 ? `lie ${beside.toFixed(0)} mm beside their places` : '';
  const heard = levelOf(noise, ['make less noise than usual', '', 'make more noise than usual']);
  const said = [placed, heard].filter((part) => part !== '');
  return said.length > 0 ? `The electrodes ${said.join(' and ')}.` : '';
}

const levelOf = (
  row: CardRow | undefined,
  [low, middle, high]: readonly [string, string, string],
): string => {
  const deviation = row?.deviation ?? 0;
  return deviation > NOTABLE ? high : deviation < -NOTABLE ? low : middle;
};

const shareOf = (row: CardRow | undefined): number =>
  row && row.typical !== 0 ? row.value / row.typical : 1;

const percentOff = (share: number): string => `${Math.abs(100 * (share - 1)).toFixed(0)} %`;
