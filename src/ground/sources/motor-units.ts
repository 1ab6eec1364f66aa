import type { Source } from './source.js';

/** Motor units: recruitment, discharge, twitches and what varies between them. */
export const motorUnitSources = {
  'fuglevand-1993': {
    reference: 'Fuglevand, Winter & Patla, J Neurophysiol 1993;70:2470',
    doi: '10.1152/jn.1993.70.6.2470',
    pmid: '8120594',
    findings: [
      {
        says: 'pool of 120 units: many low thresholds and few high ones, rates linear in the drive up to a peak, discharges a random renewal process, twitches of a critically damped second-order system',
        n: 'a model',
      },
      {
        says: 'twitch forces over 100-fold, contraction times from 90 ms over threefold, rates from 8 Hz to 35 (first unit) and 25 Hz (last), interval CoV 0.2',
        n: 'a model; the values as models that follow it state them',
      },
      {
        says: 'recruitment ends at 30, 50, 64, 70, 75 % for recruitment ranges 7.3, 17, 30, 39.7, 50',
        of: 'maximal excitation',
        n: 'a model; derived from its equations',
      },
    ],
    state: 'abstract',
  },
  'enoka-2001': {
    reference: 'Enoka & Fuglevand, Muscle Nerve 2001;24:4',
    doi: '10.1002/1097-4598(200101)24:1<4::AID-MUS13>3.0.CO;2-F',
    findings: [
      {
        says: 'little is known of the range and distribution of innervation ratios in a muscle',
        n: 'a review',
      },
      {
        says: 'few units with many fibres and many with few fit an exponential',
        n: 'a review; not in its abstract',
      },
    ],
    state: 'memory',
  },
  'andreassen-1987': {
    reference: 'Andreassen & Arendt-Nielsen, J Physiol 1987;391:561',
    doi: '10.1113/jphysiol.1987.sp016756',
    findings: [
      {
        says: 'conduction velocity of units of tibialis anterior 2.6 to 5.3 m/s, mean 3.7, correlated with twitch torque, r = 0.87',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'dideriksen-2012': {
    reference: 'Dideriksen, Negro, Enoka & Farina, J Neurophysiol 2012;107:3357',
    findings: [
      {
        says: 'common drive rules the variability of force above the lowest forces, independent synaptic noise below them',
        n: 'a model',
      },
    ],
    state: 'abstract',
  },
  'taylor-2003': {
    reference: 'Taylor, Christou & Enoka, J Neurophysiol 2003;90:1350',
    findings: [
      {
        says: 'CoV of force least, 1.7 %, near 30 % MVC, a plateau above it',
        of: 'the mean force',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'bellemare-1983': {
    reference: 'Bellemare, Woods, Johansson & Bigland-Ritchie, J Neurophysiol 1983;50:1380',
    doi: '10.1152/jn.1983.50.6.1380',
    findings: [
      {
        says: 'rates at MVC: biceps 31.1 ± 10.1, adductor pollicis 29.9 ± 8.6, soleus 10.7 ± 2.9 Hz; about fourfold from slowest to fastest',
        n: 'over 300 units of each muscle, 4 people',
      },
      { says: 'rates go inversely with contraction and half-relaxation times of the muscles', n: 4 },
    ],
    state: 'abstract',
  },
  'de-luca-2010': {
    reference: 'De Luca & Hostage, J Neurophysiol 2010;104:1034',
    doi: '10.1152/jn.01018.2009',
    pmid: '20554838',
    findings: [
      {
        says: 'rate = D φ + (C − A e^(−φ/B)) τ + E; vastus lateralis A 116, B 0.15, C −21, D 8.03, E 19.0; tibialis anterior 65, 0.30, −30, 6.54, 20.2; first dorsal interosseous 85, 0.32, −23, 6.93, 20.9 (constants second-hand)',
        of: 'φ and τ: maximal excitation',
        n: '1273 trains, 6 people',
      },
      { says: 'the earlier a unit is recruited, the faster it discharges, at every force', n: 6 },
    ],
    state: 'memory',
  },
  'moritz-2005': {
    reference: 'Moritz, Barry, Pascoe & Enoka, J Neurophysiol 2005;93:2449',
    findings: [
      {
        says: 'CoV of intervals falls exponentially from 30 to 13 % as force rises above a unit’s threshold',
        of: 'the mean interval',
        n: '38 units of first dorsal interosseous',
      },
      {
        says: 'CoV of force falls from 4.9 to 1.5 % between 2 and 15 % MVC and stays there up to 95 %',
        of: 'the mean force',
        n: 'not noted',
      },
    ],
    state: 'memory',
  },
  'soleus-pic-2019': {
    reference: 'Paired units of soleus, seated and swaying, J Neurophysiol 2019;122:2095',
    doi: '10.1152/jn.00254.2019',
    findings: [
      {
        says: 'ΔF (rate of a reference unit at recruitment less that at derecruitment of a test unit) 3.15 ± 1.45 Hz seated, 2.64 ± 0.95 Hz swaying',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'van-cutsem-1998': {
    reference: 'Van Cutsem, Duchateau & Hainaut, J Physiol 1998;513:295',
    doi: '10.1111/j.1469-7793.1998.295by.x',
    findings: [
      {
        says: 'units with doublets (2 to 5 ms) in ballistic contractions: 5.2 % before, 32.7 % after 12 weeks of fast training; other first intervals are near 10 ms',
        of: 'the units recorded',
        n: 5,
      },
    ],
    state: 'abstract',
  },
  'lawrence-1983': {
    reference: 'Lawrence & De Luca, J Appl Physiol 1983;54:1653',
    findings: [
      {
        says: 'rectified EMG grows near linearly with force in a small hand muscle, more than linearly in biceps and deltoid',
        n: 'not noted',
      },
    ],
    state: 'memory',
  },
  'keenan-2005': {
    reference: 'Keenan, Farina, Maluf, Merletti & Enoka, J Appl Physiol 2005;98:120',
    findings: [
      {
        says: 'up to 62 % of the amplitude cancels at maximal activation, up to 85 % in fatigue',
        of: 'the amplitude when potentials are summed after rectification',
        n: 'a model',
      },
    ],
    state: 'abstract',
  },
  'nazarpour-2013': {
    reference: 'Nazarpour, Al-Timemy, Bugmann & Jackson, Brain Res Bull 2013;90:88',
    findings: [
      {
        says: 'amplitude density of surface EMG is super-Gaussian at low force and nears a Gaussian as force rises',
        n: 'not noted',
      },
    ],
    state: 'memory',
  },
  'goldberg-1977': {
    reference: 'Goldberg & Derfler, J Neurophysiol 1977;40:879',
    findings: [
      {
        says: 'units of masseter recruited at higher force have larger spikes and stronger twitches',
        n: 'not in the abstract',
      },
    ],
    state: 'abstract',
  },
  'decomposed-units': {
    reference: 'Public set of decomposed contractions that comes with a decomposition library',
    findings: [
      {
        says: 'rates 8.3 ± 3.1 Hz (2.1 to 18.7); the largest potentials only, 6.7 a contraction; force and muscle not stated',
        n: '956 units of 142 contractions',
      },
    ],
    state: 'data',
  },
} as const satisfies Readonly<Record<string, Source>>;
