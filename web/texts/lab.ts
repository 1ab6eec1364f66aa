import { texts } from './texts.js';

/** The Lab and the names of its tools. */
export const labTexts = texts({
  en: {
    heading: 'Laboratory',
    intent: 'Intent',
    tools: 'Tools',
    decision: 'Decision',
    calibration: 'Calibration',
    person: 'Person',
    spectrum: 'Spectrum',
    features: 'Features',
    disturbances: 'Disturbances',
    tests: 'Tests',
    recorder: 'Recorder',
    devices: 'Devices',
    share: 'Share',
  },
  de: {
    heading: 'Labor',
    intent: 'Absicht',
    tools: 'Werkzeuge',
    decision: 'Entscheidung',
    calibration: 'Kalibrierung',
    person: 'Person',
    spectrum: 'Spektrum',
    features: 'Merkmale',
    disturbances: 'Störungen',
    tests: 'Tests',
    recorder: 'Aufnahme',
    devices: 'Geräte',
    share: 'Teilen',
  },
});
