import type { Pattern } from '../pattern.js';
import { patternsOf, wholeOf, type Filled } from './filled.js';

/** What is allowed, as an error says it after “expected”. */
const allowed: Filled = {
  'a number within […, …] …': 'eine Zahl von $1 bis $2 $3',
  'a number within […, …]': 'eine Zahl von $1 bis $2',
  'an integer within […, …] …': 'eine ganze Zahl von $1 bis $2 $3',
  'an integer within […, …]': 'eine ganze Zahl von $1 bis $2',
  'within […, …] …': '$1 bis $2 $3',
  'an integer of at least …': 'eine ganze Zahl von mindestens $1',
  'a number above …': 'eine Zahl über $1',
  'a positive number': 'eine Zahl über 0',
  'a finite number': 'eine endliche Zahl',
  'above … and below …': 'mehr als $1 und weniger als $2',
  'more than … and at most …': 'mehr als $1 und höchstens $2',
  'more than …': 'mehr als $1',
  'at least …': 'mindestens $1',
  'at most …': 'höchstens $1',
  'a divisor of the … rate': 'ein Teiler der Rate von $1',
  'low below high': 'die untere Grenze unter der oberen',
  '[low, high]': '[untere, obere]',
  'one of …': 'eines von $1',
  'true or false': 'true oder false',
  'a text of at most … characters': 'ein Text von höchstens $1 Zeichen',
  'a list of … to … items': 'eine Liste von $1 bis $2 Einträgen',
  'an object with keys among …': 'ein Objekt mit Schlüsseln aus $1',
  'an object with fields among …': 'ein Objekt mit Feldern aus $1',
  'an object': 'ein Objekt',
  'an IP address': 'eine IP-Adresse',
  'lowercase words joined by hyphens': 'kleingeschriebene Wörter mit Bindestrichen',
};
const whole = wholeOf(allowed);
const patterns = patternsOf(allowed);

function expected(english: string): string | undefined {
  const said = Object.hasOwn(whole, english) ? whole[english] : undefined;
  if (said !== undefined) return said;
  const found = patterns.find(([reads]) => reads.test(english));
  return found && typeof found[1] === 'string' ? english.replace(found[0], found[1]) : undefined;
}

/** “Field: got this, expected that”, whatever the field, as long as there is German of what is allowed. */
export const expectedPatterns: readonly Pattern[] = [
  // A single word; an object and what it is like comes with the explanation of its field.
  [/^For example (\S+)\.$/u, 'Zum Beispiel $1.'],
  [
    /^(.+?): got (.+), expected (.+)$/su,
    (field, got, english) => {
      const german = expected(english);
      return german === undefined ? undefined : `${field}: ${got} angegeben, erlaubt: ${german}`;
    },
  ],
];
