import type { Source } from './source.js';

/** Public recordings of people, evaluated with this project’s own decoder. */
export const recordingSources = {
  'thigh-recordings': {
    reference: 'Public recordings of thigh motions, evaluated with the same decoder',
    findings: [
      { says: 'LDA 91.6, 94.9, 96.7, 97.2 % (MAV, HTD, TDAR, LS4) over 8 motions', of: 'windows', n: 7 },
      { says: 'median frequency 41 to 72 Hz in the amputee, 57 to 127 in the able-bodied', n: '1 and 6' },
      {
        says: 'level over repetitions: common to the channels 1.1 ± 0.3 dB, beside that 1.0 ± 0.2 dB',
        of: 'SD within a class, central 2.8 s of 4',
        n: 7,
      },
      {
        says: 'drift −2.2 ± 1.1 dB from first to last third; logarithms of 200 ms windows correlate by 0.50 ± 0.09 within a trial',
        n: 7,
      },
      {
        says: 'strength of the classes differs by 7.7 ± 2.0 dB, their pattern by 4.6 ± 0.6 dB',
        of: 'SD',
        n: 7,
      },
      { says: 'rise 0.26 to 0.58 s, overshoot 1.3 to 1.9 times the plateau', n: 7 },
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
      { says: 'naive Bayes 57 to 70 % by features', of: 'windows', n: 22 },
      {
        says: 'level over repetitions: common to the channels 1.8 ± 0.3 dB, beside that 1.1 ± 0.2 dB',
        of: 'SD within a class, whole prompts of 5 s',
        n: 12,
      },
      {
        says: 'drift −3.5 ± 0.7 dB from first to last third, −1.9 ± 0.6 dB without the first 1.5 s; logarithms of 200 ms windows correlate by 0.83 ± 0.05 and 0.66 ± 0.09 within a trial',
        n: 12,
      },
      {
        says: 'strength of the classes differs by 3.3 ± 1.0 dB, their pattern by 2.5 ± 0.4 dB',
        of: 'SD',
        n: 12,
      },
      {
        says: 'rise 0.17 to 0.32 s, overshoot 1.5 to 2.5 times the plateau, SD of reaction 0.07 to 0.33 s',
        n: 12,
      },
    ],
    state: 'data',
  },
  'force-feedback-recordings': {
    reference: 'Public recordings of forearm motions at 50 % MVC with force feedback',
    findings: [
      {
        says: 'level over repetitions: common to the channels 0.53 ± 0.20 dB, beside that 1.3 ± 0.3 dB',
        of: 'SD within a class',
        n: 10,
      },
      {
        says: 'drift −0.05 ± 0.23 dB from first to last third; logarithms of 200 ms windows correlate by 0.23 ± 0.06 within a trial',
        n: 10,
      },
      {
        says: 'strength of the classes differs by 2.9 ± 0.9 dB, their pattern by 5.0 ± 1.4 dB',
        of: 'SD',
        n: 10,
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
