import { texts } from './texts.js';

/** What stands over the page while the patient is busy. */
export const statusTexts = texts({
  en: {
    lost: 'The connection is lost. Trying again by itself …',
    calibration: 'Calibration',
  },
  de: {
    lost: 'Die Verbindung ist verloren. Sie wird von selbst wieder aufgebaut …',
    calibration: 'Kalibrierung',
  },
});
