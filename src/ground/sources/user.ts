import type { Source } from './source.js';

/** How people see, feel and correct. */
export const userSources = {
  'saunders-2005': {
    reference: 'Saunders & Knill, Exp Brain Res 2005;162:458',
    doi: '10.1007/s00221-004-2064-1',
    findings: [
      {
        says: 'a shift of the seen hand is answered within 117 ms in direction, after 130 to 200 ms in distance',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'haggstrom-2013': {
    reference: 'Häggström, Hagberg, Rydevik & Brånemark 2013, J Rehabil Res Dev 50:1423',
    findings: [
      {
        says: 'vibration of 125 and 250 Hz is felt better through a bone anchor than through a socket',
        n: 'not noted',
      },
    ],
    state: 'abstract',
  },
  'clemente-2017': {
    reference:
      'Clemente, Håkansson, Cipriani, Wessberg, Kulbacka-Ortiz, Brånemark, Fredén Jansson & Ortiz-Catalan, Sci Rep 2017;7:45364',
    doi: '10.1038/srep45364',
    findings: [{ says: 'touch on a bone-anchored prosthesis is also heard, from 400 Hz', n: 'not noted' }],
    state: 'abstract',
  },
  'gawthrop-2011': {
    reference: 'Gawthrop, Loram, Lakie & Gollee, Biol Cybern 2011;104:31',
    doi: '10.1007/s00422-010-0416-4',
    findings: [
      {
        says: 'event-driven intermittent control explains refractoriness and more of human control than continuous control',
        n: 'a model',
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
