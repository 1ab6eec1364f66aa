import type { Source } from './source.js';

/** What else reaches an electrode, and how a recording is made. */
export const disturbanceSources = {
  'huigen-2002': {
    reference: 'Huigen, Peper & Grimbergen, Med Biol Eng Comput 2002;40:332',
    doi: '10.1007/BF02344216',
    findings: [
      {
        says: 'noise of skin electrodes 1 to 20 µV RMS by person and skin treatment; it comes from the electrolyte–skin interface and falls with the square root of the area',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'abdoli-eramaki-2012': {
    reference: 'Abdoli-Eramaki, Damecour, Christenson & Stevenson, J Electromyogr Kinesiol 2012;22:908',
    findings: [
      {
        says: 'a film of sweat takes 2 to 3 % per 0.02 mm and leaves the mean frequency unchanged',
        of: 'the amplitude',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'huhta-1973': {
    reference: 'Huhta & Webster, IEEE Trans Biomed Eng 1973;20:91',
    findings: [
      {
        says: 'unequal contact impedances divide a common voltage unequally with the inputs, which makes hum of it',
        n: 'a circuit',
      },
    ],
    state: 'memory',
  },
  'mewett-2004': {
    reference: 'Mewett, Reynolds & Nazeran, Med Biol Eng Comput 2004;42:524',
    findings: [{ says: 'a fixed notch fails on mains whose frequency wanders', n: 'a method' }],
    state: 'memory',
  },
  'task-force-1996': {
    reference: 'Task Force of the ESC and NASPE, Circulation 1996;93:1043',
    findings: [{ says: 'how the variability of the heart’s rate is measured', n: 'a standard' }],
    state: 'memory',
  },
  'isek-1999': {
    reference: 'Merletti, J Electromyogr Kinesiol 1999;9(1):III (ISEK standards)',
    findings: [{ says: 'surface EMG is sampled at 1000 Hz or more', n: 'a standard' }],
    state: 'memory',
  },
  'seniam-2000': {
    reference: 'Hermens, Freriks, Disselhorst-Klug & Rau, J Electromyogr Kinesiol 2000;10:361 (SENIAM)',
    doi: '10.1016/S1050-6411(00)00027-4',
    findings: [{ says: 'surface EMG lies within 10 to 500 Hz', n: 'a standard' }],
    state: 'memory',
  },
  'de-luca-2010': {
    reference: 'De Luca, Gilmore, Kuznetsov & Roy, J Biomech 2010;43:1573',
    doi: '10.1016/j.jbiomech.2010.01.027',
    findings: [
      {
        says: 'a Butterworth high-pass at 20 Hz with 12 dB/octave is recommended against movement artefact and baseline noise',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
