import type { Source } from './source.js';

/** Fatigue of force and signal. */
export const fatigueSources = {
  'potvin-2017': {
    reference: 'Potvin & Fuglevand, PLoS Comput Biol 2017;13:e1005581',
    doi: '10.1371/journal.pcbi.1005581',
    pmid: '28574981',
    findings: [
      {
        says: 'a pool whose units lose force, contract slower and slow their rates predicts endurance times over a wide range of targets',
        n: 'a model',
      },
      {
        says: 'fatigability over 180-fold, fatigue factor 0.0225, rate adaptation 0.67 with 22 s, slowing of contraction 0.379',
        n: 'a model; values not in its abstract',
      },
    ],
    state: 'abstract',
  },
  'naeije-1982': {
    reference: 'Naeije & Zorn, Eur J Appl Physiol 1982;50:23',
    findings: [
      {
        says: 'mean power frequency 115 ± 20 to 60 ± 18 Hz in a sustained contraction at 50 % MVC, in all',
        n: 8,
      },
      { says: 'conduction velocity falls by 33 % in four people and by 3 % in four', of: 'its start', n: 8 },
    ],
    state: 'abstract',
  },
  'lind-1979': {
    reference: 'Lind & Petrofsky, Muscle Nerve 1979;2:257',
    findings: [
      {
        says: 'amplitude rises by about 30 % until failure, so at 50 % MVC by about 60 % of its start',
        of: 'the amplitude at MVC',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'sadamoto-1983': {
    reference: 'Sadamoto, Bonde-Petersen & Suzuki, Eur J Appl Physiol 1983;51:395',
    pmid: '6685038',
    findings: [
      {
        says: 'blood flow stops at 50 to 64 % MVC, by muscle; two soleus muscles still had flow at 80 %',
        of: 'MVC',
        n: 5,
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
