import type { Source } from './source.js';

/** What makes a trained decoder worse on people: electrodes elsewhere, another effort, another day. */
export const robustnessSources = {
  'young-2011': {
    reference: 'Young, Hargrove & Kuiken, IEEE Trans Biomed Eng 2011;58:2537',
    findings: [
      {
        says: 'pairs along the fibres do better than pairs across them with and without shift',
        n: 'not in the abstract',
      },
      { says: 'shift across the fibres hurts much more than along', n: 'not in the abstract' },
      {
        says: 'larger contacts suffer less from shift across the fibres',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'young-2012': {
    reference: 'Young, Hargrove & Kuiken, IEEE Trans Biomed Eng 2012;59:645',
    findings: [
      { says: 'pairs 4 cm apart do better with shift than pairs 2 cm apart', n: 'not in the abstract' },
      {
        says: 'features with autoregression suffer less from shift than those without',
        n: 'not in the abstract',
      },
      { says: 'four to six channels suffice with and without shift', n: 'not in the abstract' },
    ],
    state: 'abstract',
  },
  'he-2019': {
    reference: 'He, Sheng, Zhu & Jiang, IEEE J Biomed Health Inform 2019;23:156',
    findings: [
      { says: 'more electrodes help as long as nothing shifts', n: 'not in the abstract' },
      { says: 'with 10 mm across the fibres more electrodes hurt', n: 'not in the abstract' },
      {
        says: 'with 10 mm along the fibres more electrodes along hurt; more across help at first, then hurt',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'campbell-2020': {
    reference: 'Campbell, Phinyomark & Scheme, Sensors 2020;20:1613',
    doi: '10.3390/s20061613',
    findings: [
      {
        says: 'accuracy 13 % lower in limb positions that were not trained',
        of: 'windows',
        n: 'six sets of both kinds',
      },
      {
        says: 'accuracy 20 % lower at strengths that were not trained',
        of: 'windows',
        n: 'six sets of both kinds',
      },
    ],
    state: 'abstract',
  },
  'he-2015': {
    reference: 'He et al., J Neural Eng 2015;12:046005',
    findings: [
      {
        says: 'a decoder trained the day before errs more than one of the same day, exponentially less from day to day: a plateau after 4 days (able-bodied), 6 to 9 (amputees)',
        n: '8 and 2',
      },
    ],
    state: 'abstract',
  },
  'waris-2019': {
    reference: 'Waris et al. 2019, on Fitts tests over days',
    findings: [
      {
        says: '98.4 % completed when trained on all days, 94.2 within a day, 86.3 between days; 0.40 ± 0.03 bit/s on all, 0.38 between days',
        of: 'targets',
        n: '10 and some amputees',
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
