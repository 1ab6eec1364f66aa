import type { Preset } from './preset.js';
import { limb, transhumeralTmr } from './transhumeral.js';

/** Two pairs over each muscle that was given a new nerve, one over each that kept its own, along the fibres. */
const sites = [
  { name: 'Biceps, long head', angles: [20] },
  { name: 'Median site', angles: [-14, -34] },
  { name: 'Ulnar site', angles: [-58, -74] },
  { name: 'Coracobrachialis', angles: [-98] },
  { name: 'Triceps, long head', angles: [-138] },
  { name: 'Deep radial site', angles: [157, 179] },
  { name: 'Radial site', angles: [99, 125] },
  { name: 'Brachialis', angles: [62] },
];

const positions = sites.flatMap(({ name, angles }) =>
  angles.map((angleDeg, i) => ({
    name: angles.length > 1 ? `${name} ${i + 1}` : name,
    angleDeg,
    axialMm: 0,
  })),
);

export const transhumeralSurfaceTmr: Preset = {
  name: 'transhumeral-surface-tmr',
  title: 'Upper arm, nerve transfer, electrodes on the skin',
  description:
    'Transhumeral amputation two years after targeted muscle reinnervation: the nerves of the lost hand were sewn to ' +
    'parts of biceps, brachialis and triceps, and the fat above them was thinned. Twelve electrode pairs stuck on the ' +
    'skin over the new sites and the muscles between, as in the first trials of pattern recognition with such arms: ' +
    'whoever thinks of closing the hand makes the inner biceps work.',
  scenario: {
    ...transhumeralTmr.scenario,
    // What is left of the fat after thinning over the new sites (assumption).
    limb: { ...limb, fatThicknessMm: 2 },
    // Twelve bipolar electrodes: kuiken-2009. Places, size and distance are assumptions.
    electrodes: {
      type: 'surface',
      configuration: 'single-differential',
      interElectrodeMm: 20,
      contactDiameterMm: 10,
      positions,
    },
    disturbances: { noiseUv: 3, mainsUv: 2, mainsHz: 50 },
    decoder: { features: ['TDAR'], classifier: 'lda' },
  },
};
