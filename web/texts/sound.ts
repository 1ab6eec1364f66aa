import { texts } from './texts.js';

/** The muscle signal as sound. */
export const soundTexts = texts({
  en: {
    listen: 'Listen',
    stop: 'Stop',
    left: 'Left ear',
    right: 'Right ear',
    silent: 'silent',
    signal: 'Signal',
    raw: 'raw',
    filtered: 'as decoded',
    volume: 'Volume',
    percent: (n: number) => `${n} %`,
    stopsHidden: 'stops when this page is hidden',
    what: (s: string) =>
      `Crackles are motor units: each fires several times a second. With more effort there are more of them and they fire faster, until single ones cannot be told apart. Heard ${s} s later than seen. Small loudspeakers lose the low tones; headphones do not.`,
    whatRaw: 'A steady hum is the mains.',
    cannot: 'This browser can play no sound.',
  },
  de: {
    listen: 'Anhören',
    stop: 'Aus',
    left: 'Linkes Ohr',
    right: 'Rechtes Ohr',
    silent: 'stumm',
    signal: 'Signal',
    raw: 'roh',
    filtered: 'wie dekodiert',
    volume: 'Lautstärke',
    percent: (n) => `${n} %`,
    stopsHidden: 'endet, wenn diese Seite verdeckt ist',
    what: (s) =>
      `Was knistert, sind motorische Einheiten: jede feuert mehrmals in der Sekunde. Bei mehr Kraft sind es mehr und sie feuern schneller, bis einzelne nicht mehr zu unterscheiden sind. Zu hören ${s} s später als zu sehen. Kleinen Lautsprechern fehlen die tiefen Töne, Kopfhörern nicht.`,
    whatRaw: 'Ein gleichmäßiges Brummen ist das Stromnetz.',
    cannot: 'Dieser Browser kann keinen Ton abspielen.',
  },
});
