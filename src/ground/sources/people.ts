import type { Source } from './source.js';

/** How people differ from one another: size, fat, muscles, units, age. */
export const peopleSources = {
  'ansur-2012': {
    reference: 'ANSUR II, US Army Anthropometric Survey 2012, public data',
    findings: [
      { says: 'flexed upper arm 358 ± 35 mm around in men, 306 ± 31 in women', n: '4082 men, 1986 women' },
      { says: 'flexed forearm 310 ± 22 mm around in men, 264 ± 19 in women', n: '4082 men, 1986 women' },
      { says: 'thigh 625 ± 59 mm around in men, 616 ± 56 in women', n: '4082 men, 1986 women' },
      {
        says: 'girths correlate with body mass index by 0.75 to 0.89, with one another by 0.73 to 0.88, with age by 0.11 to 0.27',
        n: '4082 men, 1986 women',
      },
      {
        says: 'body mass index 27.7 ± 4.0 kg/m² in men, 25.5 ± 3.5 in women; soldiers are leaner and younger than prosthesis users',
        n: '4082 men, 1986 women',
      },
    ],
    state: 'data',
  },
  'hagberg-2014': {
    reference: 'Hagberg et al., Arch Phys Med Rehabil 2014',
    doi: '10.1016/j.apmr.2014.07.009',
    findings: [{ says: 'people with a bone-anchored thigh prosthesis are 44 ± 12.4 years old', n: 39 }],
    state: 'abstract',
  },
  'mechelli-2019': {
    reference: 'Mechelli, J Cachexia Sarcopenia Muscle Clin Rep 2019;4(2)',
    findings: [{ says: 'fat in front of the thigh 10.4 ± 4.1 mm, by ultrasound', n: 17 }],
    state: 'abstract',
  },
  'gibney-2010': {
    reference: 'Gibney et al., Curr Med Res Opin 2010',
    findings: [
      { says: 'fat at arm and thigh about 10.5 mm, 5 mm more in women, 4 mm more per 10 kg/m²', n: 388 },
    ],
    state: 'memory',
  },
  'krackowizer-2008': {
    reference: 'Krackowizer & Brenner, Phlebologie 2008;37:83',
    findings: [
      {
        says: 'skin 0.48 to 2.00 mm thick; up to 1.43 times thicker in men; correlates with body mass index up to 0.41, not with age',
        n: 112,
      },
    ],
    state: 'abstract',
  },
  'holzbaur-2007': {
    reference: 'Holzbaur, Murray, Gold & Delp, J Biomech 2007;40:742',
    findings: [
      {
        says: 'share of each muscle is conserved: deltoid 15.2 ± 1 %, a small extensor 0.2 ± 0.05 %',
        of: 'muscle volume of the arm',
        n: 10,
      },
    ],
    state: 'abstract',
  },
  'montefiori-2020': {
    reference: 'Montefiori et al., PLoS One 2020;15:e0242973',
    doi: '10.1371/journal.pone.0242973',
    findings: [
      {
        says: 'muscles of the leg vary by up to 13 % in length and 36 % in volume',
        of: 'their mean, as SD',
        n: 11,
      },
    ],
    state: 'abstract',
  },
  'cao-2020': {
    reference: 'Cao et al., Muscle Nerve 2020 (mus.26837)',
    findings: [
      {
        says: 'index of motor-unit number of biceps 179.7 ± 36.2, falling with age; an index, not a count',
        n: 150,
      },
    ],
    state: 'abstract',
  },
  'piasecki-2016': {
    reference: 'Piasecki, Ireland, Jones & McPhee, Biogerontology 2016;17:485',
    findings: [
      {
        says: 'by about 71 years some 40 % of motor units are lost, and those left are half as large again',
        of: 'the number in the young',
        n: 'a review',
      },
    ],
    state: 'abstract',
  },
  'orssatto-2022': {
    reference: 'Orssatto et al., Mech Ageing Dev 2022;203',
    findings: [
      { says: 'discharge rates are higher in the young by 0.66 SD (0.29 to 1.04)', n: '29 studies' },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
