import type { CardRow } from '../../../src/body/person/person-card.js';
import { personTexts } from '../../texts/person.js';

type Heading = 'body' | 'muscles' | 'efforts' | 'contacts';
/** Headings of the card, with the parts of the population whose traits stand below each. */
const headings: readonly (readonly [heading: Heading, parts: readonly string[]])[] = [
  ['body', ['people', 'limb']],
  ['muscles', ['muscles', 'units', 'surgery']],
  ['efforts', ['habits']],
  ['contacts', ['contacts']],
];

export interface CardSection {
  readonly heading: string;
  readonly rows: readonly CardRow[];
}

/** Lines of a card below headings, in the order of the card. */
export function cardSections(rows: readonly CardRow[]): CardSection[] {
  return headings.map(([heading, parts]) => ({
    heading: personTexts()[heading],
    rows: rows.filter(({ spread }) => parts.some((part) => spread.startsWith(`population.${part}.`))),
  }));
}

/** A deviation in words of the statistician: `+1.2 SD`; a dash where there is none. */
export function deviationText(deviation: number): string {
  if (Math.abs(deviation) < 0.05) return '–';
  return `${deviation > 0 ? '+' : '−'}${Math.abs(deviation).toFixed(1)} SD`;
}
