import type { Source } from './source.js';

/** Public recordings of people, evaluated with this project’s own decoder. */
export const recordingSources = {
  'thigh-recordings': {
    reference: 'Public recordings of thigh motions, evaluated with the same decoder',
    findings: [
      { says: 'LDA 91.6, 94.9, 96.7, 97.2 % (MAV, HTD, TDAR, LS4) over 8 motions', of: 'windows', n: 7 },
      { says: 'median frequency 41 to 72 Hz in the amputee, 57 to 127 in the able-bodied', n: '1 and 6' },
    ],
    state: 'data',
  },
  'hand-recordings': {
    reference: 'Public recordings of hand motions, evaluated with the same decoder',
    findings: [
      {
        says: 'LDA 73.2, 84.5, 87.4, 88.1 % (MAV, HTD, TDAR, LS4) over 11 classes on 10 channels',
        of: 'windows',
        n: 22,
      },
    ],
    state: 'data',
  },
  'forearm-recordings': {
    reference: 'Public recordings of forearm motions held at 50 % MVC with force feedback',
    findings: [{ says: 'median frequency 156 ± 12 Hz over 7 classes on 8 channels', n: 10 }],
    state: 'data',
  },
  'armband-recordings': {
    reference: 'Public armband recordings, evaluated with the same decoder',
    findings: [
      { says: 'donned again 48 ± 15 % over 5 classes', of: 'windows', n: 'not noted' },
      { says: 'trained for 1 s a class 75.0 ± 12.9 % over 5 classes', of: 'windows', n: 'not noted' },
    ],
    state: 'data',
  },
  'strength-recordings': {
    reference: 'Public forearm recordings at several strengths, evaluated with the same decoder',
    findings: [
      {
        says: 'trained on ramps, tested at 20 to 80 % and at MVC: HTD 87.1 ± 7.2 %, TDAR 90.3 ± 5.9 %; 64, 93 and 79 % at 20, 50 and 100 % MVC',
        of: 'windows',
        n: 10,
      },
    ],
    state: 'data',
  },
  'rest-recordings': {
    reference: 'Public recordings of thigh and hand motions, their rest evaluated from 20 to 400 Hz',
    findings: [
      { says: 'SD of the level between channels at rest 4.3 ± 1.5 dB on thighs', n: 7 },
      { says: 'the same 4.2 ± 1.6 and 4.8 ± 1.2 dB on two sets of forearms', n: '12 and 10' },
      { says: 'density at rest falls by 5.2 ± 1.0 dB/octave on thighs', n: 7 },
      { says: 'the same by 4.7 ± 1.7 and 2.5 ± 1.0 dB/octave on forearms', n: '12 and 10' },
      { says: 'kurtosis at rest 15 ± 13 on thighs, 9.1 ± 4.5 on forearms', n: '7 and 10' },
      { says: 'neighbours at rest correlate 0.17 ± 0.09 on thighs', n: 7 },
      { says: 'the same 0.42 ± 0.12 and 0.28 ± 0.05 on forearms', n: '12 and 10' },
    ],
    state: 'data',
  },
} as const satisfies Readonly<Record<string, Source>>;
