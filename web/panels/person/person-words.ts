import { personTexts } from '../../texts/person.js';
import type { CardRow, CardTrait, PersonCard } from '../../../src/body/person/person-card.js';

/** From here on, in standard deviations, a person differs enough for words. */
const NOTABLE = 0.7;

/**
 * Who a person is in plain sentences, the most telling first: body, limb, efforts, electrodes. Only what differs
 * notably from the typical person is told.
 */
export function personWords(card: PersonCard): string[] {
  const t = personTexts();
  const row = (trait: CardTrait): CardRow | undefined => card.rows.find((one) => one.trait === trait);
  if (card.rows.every(({ deviation }) => deviation === 0)) return [t.typical];
  return [
    `${who(card)}, ${levelOf(row('build'), t.build)}.`,
    limbWords(row('girth'), row('fat')),
    effortWords(row('skill'), row('selectivity'), row('effort')),
    contactWords(row('around'), row('noise')),
  ].filter((sentence) => sentence !== '');
}

function who({ sex, rows }: PersonCard): string {
  const age = Math.round(rows.find(({ trait }) => trait === 'age')?.value ?? 0);
  const t = personTexts();
  return t[sex === 'man' || sex === 'woman' ? sex : 'person'](age);
}

function limbWords(girth: CardRow | undefined, fat: CardRow | undefined): string {
  const t = personTexts();
  const thick = shareOf(girth);
  const fatty = shareOf(fat);
  const limb =
    Math.abs(thick - 1) < 0.03 ? t.thickAsMost : t[thick > 1 ? 'thicker' : 'thinner'](percentOff(thick));
  if (Math.abs(fatty - 1) < 0.1) return `${limb}, ${t.usualFat}`;
  return `${limb}, ${t[fatty > 1 ? 'moreFat' : 'lessFat'](percentOff(fatty))}`;
}

function effortWords(
  skill: CardRow | undefined,
  selectivity: CardRow | undefined,
  effort: CardRow | undefined,
): string {
  const t = personTexts();
  const habits = [
    levelOf(skill, t.skill),
    levelOf(selectivity, t.selectivity),
    levelOf(effort, t.effort),
  ].filter((habit) => habit !== '');
  if (habits.length === 0) return t.likeMost;
  const last = habits.pop() ?? '';
  const text = habits.length > 0 ? `${habits.join(', ')}${t.and}${last}` : last;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function contactWords(around: CardRow | undefined, noise: CardRow | undefined): string {
  const t = personTexts();
  const beside = Math.abs((around?.value ?? 0) - (around?.typical ?? 0));
  const placed = beside >= 3 ? t.beside(beside.toFixed(0)) : '';
  const heard = levelOf(noise, t.contactNoise);
  const said = [placed, heard].filter((part) => part !== '');
  return said.length > 0 ? t.electrodes(said.join(t.and)) : '';
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
