import type { Source } from './source.js';

/** Fibres, tissues and what they conduct; electrodes on and in them. */
export const tissueSources = {
  'farina-2001': {
    reference: 'Farina & Merletti, IEEE Trans Biomed Eng 2001;48:637–646',
    findings: [
      {
        says: 'a source that is the derivative of a windowed function has zero net current at every instant',
        n: 'a model',
      },
    ],
    state: 'memory',
  },
  'nandedkar-1983': {
    reference: 'Nandedkar & Stålberg, Med Biol Eng Comput 1983;21:158',
    findings: [
      {
        says: 'single-fibre recordings are met by V(z) = 768 z³ exp(−2z) − 90 mV, z in mm: half as long as Rosenfalck’s',
        n: 'a model',
      },
    ],
    state: 'memory',
  },
  'gath-1975': {
    reference: 'Gath & Stålberg, Electroencephalogr Clin Neurophysiol 1975;39:371',
    doi: '10.1016/0013-4694(75)90100-5',
    pmid: '51720',
    findings: [
      {
        says: 'power of single-fibre potentials at the least distance peaks at 1.61 ± 0.03 kHz, −3 dB at 0.98 and 2.41 kHz',
        n: '15 fibres of biceps brachii',
      },
    ],
    state: 'abstract',
  },
  'birkbeck-2020': {
    reference: 'Birkbeck, Heskamp, Schofield, Blamire & Whittaker, Clin Neurophysiol 2020;131:1399',
    doi: '10.1016/j.clinph.2020.02.004',
    pmid: '32122767',
    findings: [
      {
        says: 'territory of single units of the lower leg 26.7 ± 11.2 mm², 10.7 ± 3.3 mm at its widest, 4.5 ± 1.2 mm at its narrowest',
        n: '31 units of 10 people',
      },
    ],
    state: 'abstract',
  },
  'farina-2004': {
    reference: 'Farina, Mesin, Martina & Merletti, IEEE Trans Biomed Eng 2004;51:415',
    findings: [{ says: 'end-plates and fibre ends of a unit spread over some mm', n: 'a model' }],
    state: 'memory',
  },
  'kuiken-2003': {
    reference: 'Kuiken, Lowery & Stoykov, Prosthet Orthot Int 2003;27:48',
    findings: [
      {
        says: 'RMS amplitude −31.3, −80.2, −90.0 % under 3, 9, 18 mm of fat',
        of: 'RMS without fat',
        n: 'a model',
      },
      {
        says: 'crosstalk of 5 % is reached 14, 17, 34, 47° from the muscle’s edge under 0, 3, 9, 18 mm',
        of: 'the amplitude over the active muscle',
        n: 'a model',
      },
      {
        says: 'thinning from 9 to 3 mm: amplitude +241 %, crosstalk −68 %',
        of: 'their size under 9 mm',
        n: 'a model',
      },
    ],
    state: 'abstract',
  },
  'gabriel-1996': {
    reference: 'Gabriel, Gabriel & Corthout, Phys Med Biol 1996;41:2231',
    findings: [
      {
        says: 'fat 0.025 to 0.05 S/m; skin 0.43 S/m wet, 0.0005 dry; cancellous bone about 0.08, cortical 0.02',
        n: 'tissue samples',
      },
    ],
    state: 'memory',
  },
  'kangasmaa-2025': {
    reference: 'Kangasmaa, Bioelectromagnetics 2025',
    findings: [
      {
        says: 'muscle in vivo below 10 kHz: 0.52 to 0.60 S/m along, 0.10 to 0.16 across; models of EMG often take 0.40 and 0.09',
        n: 'not noted',
      },
    ],
    state: 'memory',
  },
  'akhtari-2002': {
    reference: 'Akhtari et al., Brain Topogr 2002;14:151',
    findings: [
      { says: 'skull: cortical layers 0.0055, cancellous 0.021 S/m', n: 'samples of live human skull' },
    ],
    state: 'memory',
  },
  'krivickas-1998': {
    reference: 'Krivickas, Taylor, Maniar, Mascha & Reisman, J Clin Neurophysiol 1998;15:138–145',
    findings: [
      {
        says: 'initial median frequency: biceps 90 ± 18, tibialis anterior 116 ± 20, deltoid 87 ± 15, triceps 85 ± 18 Hz',
        n: 31,
      },
    ],
    state: 'abstract',
  },
} as const satisfies Readonly<Record<string, Source>>;
