import { texts } from './texts.js';

/** The practice of placing electrodes. */
export const placingTexts = texts({
  en: {
    title: 'Practice: placing electrodes',
    intro: [
      'Somebody has put an armband of electrodes on this forearm in a hurry. Set it right: prepare the skin, find the place, choose the gain, then check the rest.',
      'Each attempt measures two seconds of rest and two seconds of a held fist. You are judged by these numbers alone, as on a person.',
    ],
    skin: 'Skin',
    skins: {
      dry: 'Dry, as it is',
      wiped: 'Wiped clean',
      gel: 'Wiped clean, with gel',
    },
    skinHint: 'The skin decides the impedance of the contact, and with it noise and mains hum.',
    place: 'Place of the band',
    places: {
      up: '55 mm towards the elbow',
      middle: 'Where it was marked',
      down: '24 mm towards the end of the stump',
    },
    placeHint: 'A muscle works in its belly. Over the tendon at either end an electrode pair hears little.',
    gain: 'Gain of the amplifier',
    gains: { high: 'High: ±0.1 mV', middle: 'Medium: ±2 mV', low: 'Low: ±400 mV' },
    gainHint:
      'The range is cut into 4096 steps. Too narrow and the signal is cut off; too wide and the steps are coarse.',
    measure: 'Measure this attempt',
    rest: 'Rest',
    hold: 'Held',
    results: 'What was measured',
    allGood: 'All four are right. These electrodes can be calibrated.',
    someLeft: (n: number) => (n === 1 ? 'One point is not right yet.' : `${n} points are not right yet.`),
    good: 'Right',
    bad: 'Not yet',
    limitsNote: 'The limits are chosen for this practice and this arm; they are no standard.',
    skinFound: (rms: string, limit: number) => `Skin: ${rms} µV at rest. It should be ${limit} µV or less.`,
    skinUnseen: 'Skin: the steps are too coarse to see the noise. Set the gain first.',
    skinTry: 'Prepare the skin better.',
    placeFound: (rms: string, limit: number) =>
      `Place: the muscles add ${rms} µV while the fist is held. Over the bellies of the muscles it is ${limit} µV or more.`,
    placeUnseen: 'Place: cannot be judged before the gain is right.',
    placeTry: 'Move the band.',
    gainFound: (clipped: string, levels: string) =>
      `Gain: ${clipped} % of the held signal is cut off, and at rest it uses ${levels} steps.`,
    gainClipped: 'Too much gain: take a wider range.',
    gainCoarse: 'Too little gain: take a narrower range.',
    restFound: (times: string, limit: number) =>
      `Rest: the held signal is ${times} times the rest. It should be at least ${limit} times.`,
    restTry: 'Rest is too large beside the effort. Put the points above right first.',
  },
  de: {
    title: 'Übung: Elektroden anlegen',
    intro: [
      'Jemand hat diesem Unterarm in Eile ein Band mit Elektroden angelegt. Bringen Sie es in Ordnung: Bereiten Sie die Haut vor, finden Sie den Platz, wählen Sie die Verstärkung und prüfen Sie dann die Ruhe.',
      'Jeder Versuch misst zwei Sekunden Ruhe und zwei Sekunden gehaltene Faust. Nur diese Zahlen zählen, wie an einem Menschen.',
    ],
    skin: 'Haut',
    skins: { dry: 'Trocken, wie sie ist', wiped: 'Gereinigt', gel: 'Gereinigt, mit Gel' },
    skinHint: 'Die Haut entscheidet über die Impedanz des Kontakts und damit über Rauschen und Netzbrummen.',
    place: 'Platz des Bandes',
    places: {
      up: '55 mm zum Ellbogen hin',
      middle: 'Wo er markiert war',
      down: '24 mm zum Ende des Stumpfs hin',
    },
    placeHint:
      'Ein Muskel arbeitet in seinem Bauch. Über der Sehne an jedem Ende hört ein Elektrodenpaar wenig.',
    gain: 'Verstärkung des Verstärkers',
    gains: { high: 'Hoch: ±0.1 mV', middle: 'Mittel: ±2 mV', low: 'Niedrig: ±400 mV' },
    gainHint:
      'Der Bereich wird in 4096 Stufen geteilt. Zu eng, und das Signal wird abgeschnitten; zu weit, und die Stufen sind grob.',
    measure: 'Diesen Versuch messen',
    rest: 'Ruhe',
    hold: 'Gehalten',
    results: 'Was gemessen wurde',
    allGood: 'Alle vier stimmen. Mit diesen Elektroden kann man kalibrieren.',
    someLeft: (n) => (n === 1 ? 'Ein Punkt stimmt noch nicht.' : `${n} Punkte stimmen noch nicht.`),
    good: 'Stimmt',
    bad: 'Noch nicht',
    limitsNote: 'Die Grenzen sind für diese Übung und diesen Arm gewählt; sie sind keine Norm.',
    skinFound: (rms, limit) => `Haut: ${rms} µV in Ruhe. Es sollten höchstens ${limit} µV sein.`,
    skinUnseen:
      'Haut: Die Stufen sind zu grob, um das Rauschen zu sehen. Stellen Sie zuerst die Verstärkung ein.',
    skinTry: 'Bereiten Sie die Haut besser vor.',
    placeFound: (rms, limit) =>
      `Platz: Bei gehaltener Faust kommen von den Muskeln ${rms} µV hinzu. Über den Muskelbäuchen sind es mindestens ${limit} µV.`,
    placeUnseen: 'Platz: lässt sich erst beurteilen, wenn die Verstärkung stimmt.',
    placeTry: 'Verschieben Sie das Band.',
    gainFound: (clipped, levels) =>
      `Verstärkung: ${clipped} % des gehaltenen Signals sind abgeschnitten, und in Ruhe nutzt es ${levels} Stufen.`,
    gainClipped: 'Zu viel Verstärkung: Nehmen Sie einen weiteren Bereich.',
    gainCoarse: 'Zu wenig Verstärkung: Nehmen Sie einen engeren Bereich.',
    restFound: (times, limit) =>
      `Ruhe: Das gehaltene Signal ist ${times}-mal so groß wie die Ruhe. Es sollte mindestens ${limit}-mal so groß sein.`,
    restTry: 'Die Ruhe ist neben der Anstrengung zu groß. Bringen Sie zuerst die Punkte darüber in Ordnung.',
  },
});
