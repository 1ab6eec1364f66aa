import type { Pattern } from '../pattern.js';
import { bodyErrors } from './body.js';
import { decoderErrors } from './decoder.js';
import { expectedPatterns } from './expected.js';
import { patternsOf, wholeOf } from './filled.js';
import { serviceErrors } from './service.js';
import { sessionErrors } from './session.js';

/** German of what errors say, where nothing is filled in. */
export const errorPhrases: Readonly<Record<string, string>> = {
  ...wholeOf(bodyErrors),
  ...wholeOf(sessionErrors),
  ...wholeOf(serviceErrors),
  ...wholeOf(decoderErrors),
};

/**
 * German of what is made of several: two sentences, or an example with the explanation of its field.
 * @param say German of a whole phrase; undefined where there is none
 */
export function madeOf(say: (english: string) => string | undefined): readonly Pattern[] {
  return [
    [
      /^For example (\{.+?\}): (.+)$/su,
      (example = '', explained = '') => {
        const german = say(explained);
        return german === undefined ? undefined : `Zum Beispiel ${example}: ${german}`;
      },
    ],
    [
      /^(.+?)\. ([A-Z].*\.)$/su,
      (first = '', second = '') => {
        const [one, other] = [say(first), say(second)];
        return one === undefined || other === undefined ? undefined : `${one}. ${other}`;
      },
    ],
  ];
}

/** German of what errors say with something filled in; those that say less of it come last. */
export const errorPatterns: readonly Pattern[] = [
  ...patternsOf(bodyErrors),
  ...patternsOf(decoderErrors),
  ...patternsOf(sessionErrors),
  ...patternsOf(serviceErrors),
  ...expectedPatterns,
];
