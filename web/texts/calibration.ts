import { texts } from './texts.js';

/** Calibration: what the decoder learned from, how good that was, and how to teach it again. */
export const calibrationTexts = texts({
  en: {
    heldOut: 'Held-out accuracy',
    outcome: (signal: string, wall: string, windows: number) =>
      `${signal} s of signal, trained in ${wall} s, ${windows} windows`,
    untrained: 'The decoder is not trained yet.',
    calibrating: 'Calibrating …',
    calibrateAgain: 'Calibrate again',
    guided: 'Guided calibration',
    guidedHint:
      'Each movement is asked for in turn, as the dials of the calibration say. The decoder runs on meanwhile, and is trained at the end.',
    start: 'Start',
    stop: 'Stop',
    large: 'Large',
    progress: 'Share of the calibration that is over',
    recordedSoFar: 'Recorded so far',
    of: (done: number, all: number) => `${done} of ${all}`,
    strengths: (wanted: string, own: string) => `Strength to follow ${wanted}, yours ${own}`,
    legend: 'Line: strength to follow, the dot is now.',
    legendOwn: (own: string) => `Thick line: your strength, now ${own}.`,
    strongest: (seconds: number) => `Channels that changed most, last ${seconds} s`,
    add: 'Add a movement',
    addHint: 'It is asked for like the others, then learned beside them.',
    addButton: 'Record it',
    quality: 'Quality',
    qualityOf: 'Quality of each class',
    notes: 'Notes of training',
    classHead: 'Class',
    stars: 'Stars',
    starsOf: (stars: number) => `${stars} of 5 stars`,
    separable: 'Separable',
    separableTitle: 'Distance to the nearest other class, in pooled standard deviations',
    repeatable: 'Repeatable',
    repeatableTitle: '0: repetitions differ, 100 %: alike',
    overRest: 'Over rest',
    overRestTitle: 'Amplitude relative to rest',
    right: 'Right',
    rightTitle: 'Held-out windows of this class that were decided right',
    advice: 'In words',
    record: 'Record',
    again: 'Again',
    againName: (name: string) => `Again: record ${name}`,
    rule: 'How stars are given',
    ruleText: (right: number, separable: number, repeatable: number, over: number) =>
      `One star for having been learned, and one each for: at least ${right} % of held-out windows right; ` +
      `${separable} standard deviations or more to the nearest other class; repetitions alike by ${repeatable} % or more; ` +
      `${over} times the amplitude of rest or more. Rest has no amplitude over rest and gets that star. ` +
      'These limits are an assumption of this page, not a clinical scale.',
    sentence: {
      good: (right: string, apart: string) =>
        `Clear, and alike each time: ${right} of windows right, ${apart} standard deviations from the nearest other class.`,
      right: (right: string, taken: string) => `Only ${right} of windows right${taken}.`,
      taken: (name: string, share: string) => `: ${share} were taken for ${name}`,
      separable: (apart: string, wanted: string) =>
        `Close to another class: ${apart} standard deviations apart, ${wanted} are wanted. Make it more different, or leave one out.`,
      repeatable: (alike: string, wanted: string) =>
        `Differs from time to time: alike by ${alike}, ${wanted} are wanted. Repeat it with the same strength.`,
      restless: (alike: string, wanted: string) =>
        `Rest differs from time to time: alike by ${alike}, ${wanted} are wanted. Let everything loose, and look for noise that comes and goes.`,
      amplitude: (over: string, wanted: string) =>
        `Weak: ${over} times the amplitude of rest, ${wanted} are wanted. Contract harder.`,
      untested: (apart: string) =>
        `Nothing was held out to test it; ${apart} standard deviations from the nearest other class.`,
    },
    r2Title:
      'Share of the wanted velocity’s variance that the estimate explains on held-out repetitions; 1 is all',
    r2: (each: string) => `R² of ${each}`,
    byHand: 'Teach by hand',
    byHandHint:
      'Hold a number key or a button while the movement lasts; two or three times each, rest included. Then train: movements that you leave out are dropped.',
    secondsIn: (seconds: string, repetitions: number) => `${seconds} s in ${repetitions}`,
    nothing: 'nothing yet',
    recording: 'Recording …',
    hold: 'Hold to record',
    holdName: (name: string) => `Hold to record: ${name}`,
    discard: 'Discard',
    discardName: (name: string) => `Discard: ${name}`,
    train: 'Train on these',
    perform: 'the person performs the class while it is recorded',
    prompt: {
      inDetail: (detail: string) => `in ${detail}`,
      detail: (seconds: string, repetition: number, repetitions: number) =>
        `${seconds}, repetition ${repetition} of ${repetitions}`,
      readyToRelax: 'Get ready to relax',
      ready: (name: string) => `Get ready: ${name}`,
      relax: 'Relax',
      rise: (name: string) => `${name}: rise with the line`,
      stayRelaxed: 'Stay relaxed',
      hold: (name: string) => `${name}: hold`,
      letGo: (name: string) => `${name}: let go with the line`,
      rest: 'Rest',
      restNext: (name: string) => `Rest. Next: ${name}`,
      done: 'Done',
      doneAsk: 'Everything is recorded',
      stopped: 'Stopped',
      stoppedAsk: 'The decoder stays as it was',
    },
  },
  de: {
    heldOut: 'Trefferquote auf Zurückgehaltenem',
    outcome: (signal, wall, windows) => `${signal} s Signal, trainiert in ${wall} s, ${windows} Fenster`,
    untrained: 'Der Decoder ist noch nicht trainiert.',
    calibrating: 'Kalibriert …',
    calibrateAgain: 'Neu kalibrieren',
    guided: 'Geführte Kalibrierung',
    guidedHint:
      'Jede Bewegung wird der Reihe nach verlangt, wie die Regler der Kalibrierung es sagen. Der Decoder läuft weiter und wird am Ende trainiert.',
    start: 'Start',
    stop: 'Stopp',
    large: 'Groß',
    progress: 'Anteil der Kalibrierung, der vorbei ist',
    recordedSoFar: 'Bisher aufgenommen',
    of: (done, all) => `${done} von ${all}`,
    strengths: (wanted, own) => `Verlangte Stärke ${wanted}, Ihre ${own}`,
    legend: 'Linie: verlangte Stärke, der Punkt ist jetzt.',
    legendOwn: (own) => `Dicke Linie: Ihre Stärke, jetzt ${own}.`,
    strongest: (seconds) => `Kanäle mit der größten Änderung, letzte ${seconds} s`,
    add: 'Eine Bewegung hinzufügen',
    addHint: 'Sie wird wie die anderen verlangt und dann neben ihnen gelernt.',
    addButton: 'Aufnehmen',
    quality: 'Güte',
    qualityOf: 'Güte jeder Klasse',
    notes: 'Hinweise des Trainings',
    classHead: 'Klasse',
    stars: 'Sterne',
    starsOf: (stars) => `${stars} von 5 Sternen`,
    separable: 'Trennbar',
    separableTitle: 'Abstand zur nächsten anderen Klasse in gemeinsamen Standardabweichungen',
    repeatable: 'Wiederholbar',
    repeatableTitle: '0: Wiederholungen verschieden, 100 %: gleich',
    overRest: 'Über Ruhe',
    overRestTitle: 'Amplitude bezogen auf Ruhe',
    right: 'Richtig',
    rightTitle: 'Zurückgehaltene Fenster dieser Klasse, die richtig entschieden wurden',
    advice: 'In Worten',
    record: 'Aufnahme',
    again: 'Noch einmal',
    againName: (name) => `Noch einmal: ${name} aufnehmen`,
    rule: 'Wie Sterne vergeben werden',
    ruleText: (right, separable, repeatable, over) =>
      `Ein Stern dafür, dass die Klasse gelernt wurde, und je einer für: mindestens ${right} % der zurückgehaltenen Fenster richtig; ` +
      `mindestens ${separable} Standardabweichungen zur nächsten anderen Klasse; Wiederholungen zu mindestens ${repeatable} % gleich; ` +
      `mindestens das ${over}-Fache der Amplitude in Ruhe. Ruhe selbst erhält diesen Stern. ` +
      'Diese Grenzen sind eine Annahme dieser Seite, keine klinische Skala.',
    sentence: {
      good: (right, apart) =>
        `Deutlich und jedes Mal gleich: ${right} der Fenster richtig, ${apart} Standardabweichungen bis zur nächsten anderen Klasse.`,
      right: (right, taken) => `Nur ${right} der Fenster richtig${taken}.`,
      taken: (name, share) => `: ${share} wurden für ${name} gehalten`,
      separable: (apart, wanted) =>
        `Nah an einer anderen Klasse: ${apart} Standardabweichungen entfernt, gewünscht sind ${wanted}. Deutlicher anders ausführen oder eine weglassen.`,
      repeatable: (alike, wanted) =>
        `Von Mal zu Mal verschieden: zu ${alike} gleich, gewünscht sind ${wanted}. Mit gleicher Stärke wiederholen.`,
      restless: (alike, wanted) =>
        `Ruhe ist von Mal zu Mal verschieden: zu ${alike} gleich, gewünscht sind ${wanted}. Ganz locker lassen, und nach Störungen suchen, die kommen und gehen.`,
      amplitude: (over, wanted) =>
        `Schwach: das ${over}-Fache der Amplitude in Ruhe, gewünscht ist das ${wanted}-Fache. Kräftiger anspannen.`,
      untested: (apart) =>
        `Zum Prüfen wurde nichts zurückgehalten; ${apart} Standardabweichungen bis zur nächsten anderen Klasse.`,
    },
    r2Title:
      'Anteil der Varianz der gewollten Geschwindigkeit, den die Schätzung auf zurückgehaltenen Wiederholungen erklärt; 1 ist alles',
    r2: (each) => `R² von ${each}`,
    byHand: 'Von Hand lehren',
    byHandHint:
      'Eine Zifferntaste oder einen Knopf halten, solange die Bewegung dauert; jede zwei- oder dreimal, auch Ruhe. Dann trainieren: was Sie auslassen, fällt weg.',
    secondsIn: (seconds, repetitions) => `${seconds} s in ${repetitions}`,
    nothing: 'noch nichts',
    recording: 'Nimmt auf …',
    hold: 'Zum Aufnehmen halten',
    holdName: (name) => `Zum Aufnehmen halten: ${name}`,
    discard: 'Verwerfen',
    discardName: (name) => `Verwerfen: ${name}`,
    train: 'Damit trainieren',
    perform: 'die Person führt die Klasse aus, während sie aufgenommen wird',
    prompt: {
      inDetail: (detail) => `in ${detail}`,
      detail: (seconds, repetition, repetitions) =>
        `${seconds}, Wiederholung ${repetition} von ${repetitions}`,
      readyToRelax: 'Gleich entspannen',
      ready: (name) => `Gleich: ${name}`,
      relax: 'Entspannen',
      rise: (name) => `${name}: mit der Linie stärker werden`,
      stayRelaxed: 'Entspannt bleiben',
      hold: (name) => `${name}: halten`,
      letGo: (name) => `${name}: mit der Linie loslassen`,
      rest: 'Ruhe',
      restNext: (name) => `Ruhe. Als Nächstes: ${name}`,
      done: 'Fertig',
      doneAsk: 'Alles ist aufgenommen',
      stopped: 'Angehalten',
      stoppedAsk: 'Der Decoder bleibt, wie er war',
    },
  },
});
