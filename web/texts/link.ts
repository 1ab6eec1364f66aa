import type { LinkFault } from '../data/damaged-link.js';
import { texts } from './texts.js';

const faultsInEnglish: Record<LinkFault, (detail: string) => string> = {
  'unknown-part': (part) => `its part “${part}” is none of this page, or there twice`,
  name: (name) => `the name of the patient in it, “${name}”, cannot be read`,
  changes: () => 'the part with the changed dials is incomplete or was altered',
  patient: () => 'the part with the whole patient is incomplete or was altered',
  whose: () => 'it does not say which one patient it is of',
  'unknown-patient': (name) => `nobody here knows a patient named “${name}”`,
  impossible: () => 'nobody can be like the patient in it',
  'not-here': () => 'this page may not load another patient',
};
const faultsInGerman: Record<LinkFault, (detail: string) => string> = {
  'unknown-part': (part) => `den Teil „${part}“ kennt diese Seite nicht, oder er kommt zweimal vor`,
  name: (name) => `der Name „${name}“ des Patienten darin ist nicht lesbar`,
  changes: () => 'der Teil mit den verstellten Reglern ist unvollständig oder wurde verändert',
  patient: () => 'der Teil mit dem ganzen Patienten ist unvollständig oder wurde verändert',
  whose: () => 'er sagt nicht eindeutig, von welchem Patienten er ist',
  'unknown-patient': (name) => `einen Patienten namens „${name}“ gibt es hier nicht`,
  impossible: () => 'so wie der Patient darin kann niemand sein',
  'not-here': () => 'diese Seite darf keinen anderen Patienten laden',
};

/** What is said of links that are followed, and of patients that are put back. */
export const linkTexts = texts({
  en: {
    refused: (why: string) => `This link was not followed: ${why}.`,
    faults: faultsInEnglish,
    copyAgain: 'The patient here was not changed. Copy the link again, whole, from where it came.',
    notHere: 'Only presenters of a simulated patient can. You see the patient that everybody sees.',
    unreachable: 'The service did not say who that is. Open the link again in a moment.',
    kept: 'This link names no patient, and the one who is here has changed dials.',
    keptWhy: 'Others watch too, so nothing was reset.',
    reset: 'Show them unchanged',
    back: (name: string) => `The service began anew. ${name} is back.`,
    gone: (name: string) => `The service began anew, without ${name}.`,
    changedSince: 'Somebody has changed the new patient since.',
    onlyPresenters: 'Only presenters can bring them back.',
    bring: 'Bring them back',
    lostClasses: (n: number) =>
      n === 1
        ? 'One movement that was recorded by hand is lost.'
        : `${n} movements that were recorded by hand are lost.`,
    lostDevices: (n: number) => (n === 1 ? 'One device is off.' : `${n} devices are off.`),
    ended: 'The session of this address has ended. This is a new one with the same patient.',
    endedHint: 'Whoever watched with you needs the new address.',
  },
  de: {
    refused: (why) => `Dieser Link wurde nicht befolgt: ${why}.`,
    faults: faultsInGerman,
    copyAgain:
      'Am Patienten hier wurde nichts geändert. Kopieren Sie den ganzen Link noch einmal von dort, wo er herkommt.',
    notHere:
      'Das geht nur bei einem simulierten Patienten und als Vortragende. Sie sehen den Patienten, den alle sehen.',
    unreachable: 'Der Dienst hat nicht gesagt, wer das ist. Öffnen Sie den Link gleich noch einmal.',
    kept: 'Dieser Link nennt keinen Patienten, und am Patienten hier sind Regler verstellt.',
    keptWhy: 'Andere sehen auch zu, deshalb wurde nichts zurückgestellt.',
    reset: 'Unverändert zeigen',
    back: (name) => `Der Dienst hat neu begonnen. ${name} ist wieder da.`,
    gone: (name) => `Der Dienst hat neu begonnen, ohne ${name}.`,
    changedSince: 'Am neuen Patienten hat seitdem jemand etwas geändert.',
    onlyPresenters: 'Nur Vortragende können ihn zurückholen.',
    bring: 'Zurückholen',
    lostClasses: (n) =>
      n === 1
        ? 'Eine von Hand aufgenommene Bewegung ist verloren.'
        : `${n} von Hand aufgenommene Bewegungen sind verloren.`,
    lostDevices: (n) => (n === 1 ? 'Ein Gerät ist aus.' : `${n} Geräte sind aus.`),
    ended: 'Die Sitzung dieser Adresse ist zu Ende. Dies ist eine neue mit demselben Patienten.',
    endedHint: 'Wer mit Ihnen zugesehen hat, braucht die neue Adresse.',
  },
});
