import { texts } from './texts.js';

/** Devices that other programs find here. */
export const devicesTexts = texts({
  en: {
    lead: 'Switch a device on, and programs that know it connect with this patient as if the hardware were there. They run on the machine that serves this page.',
    on: 'On',
    off: 'Off',
    settings: 'Settings and faults',
    address: 'Address',
    rate: 'Rate',
    perSecond: (rate: string) => `${rate} per second`,
    whenever: 'when something happens',
    programs: 'Programs',
    noneYet: 'none yet',
    sent: 'Sent',
    dropped: (n: string) => `${n} dropped`,
    lost: (n: string) => `${n} lost on purpose`,
    none: 'none',
    assumption: '(Assumption.)',
  },
  de: {
    lead: 'Schalten Sie ein Gerät ein, und Programme, die es kennen, verbinden sich mit diesem Patienten, als wäre die Hardware da. Sie laufen auf dem Rechner, von dem diese Seite kommt.',
    on: 'An',
    off: 'Aus',
    settings: 'Einstellungen und Fehler',
    address: 'Adresse',
    rate: 'Rate',
    perSecond: (rate) => `${rate} pro Sekunde`,
    whenever: 'wenn etwas geschieht',
    programs: 'Programme',
    noneYet: 'noch keine',
    sent: 'Gesendet',
    dropped: (n) => `${n} verworfen`,
    lost: (n) => `${n} mit Absicht verloren`,
    none: 'keine',
    assumption: '(Annahme.)',
  },
});
