import { texts } from './texts.js';

/** Parts of the delay from muscle to command. */
export const latencyTexts = texts({
  en: {
    window: 'Window (half its length)',
    filters: 'Filters',
    step: 'Step (at most)',
    smoothing: 'Smoothing',
    computing: 'Computing',
    outside: 'Outside classifier',
    transport: 'Transport to this page',
  },
  de: {
    window: 'Fenster (halbe Länge)',
    filters: 'Filter',
    step: 'Schritt (höchstens)',
    smoothing: 'Glättung',
    computing: 'Rechnen',
    outside: 'Klassifikator von außen',
    transport: 'Weg zu dieser Seite',
  },
});
