import type { Source } from './source.js';

/** How evenly, how purely and how alike from day to day people contract. */
export const effortSources = {
  'bazzucchi-2006': {
    reference: 'Bazzucchi, Sbriccoli, Marzattinocci & Felici, Muscle Nerve 2006;33:191',
    doi: '10.1002/mus.20462',
    findings: [
      {
        says: 'triceps in maximal flexion 26.0 ± 19.0 %, biceps in maximal extension 5.7 ± 5.2 %',
        of: 'own maximal EMG, 12 men',
        n: 12,
      },
    ],
    state: 'abstract',
  },
  'antagonist-level': {
    reference: 'Antagonist activity of the triceps against force of elbow flexion, 15 men and 15 women',
    pmid: '30553969',
    findings: [{ says: '5.4 % at 10 % MVC, 12.0 % at 90 % MVC', of: 'own maximal EMG', n: 30 }],
    state: 'abstract',
  },
  'retest-1999': {
    reference: 'Retest of EMG after 3 min, 90 min and 6 weeks, J Electromyogr Kinesiol 1999',
    pmid: '10378745',
    findings: [{ says: 'repeats the less well the longer between, better at 50 than at 100 % MVC', n: 18 }],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
