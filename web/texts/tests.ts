import { texts } from './texts.js';

/** Online tests and their results. */
export const testsTexts = texts({
  en: {
    test: 'Test',
    motion: [
      'Motion Test',
      'Each movement in turn: how soon is it chosen, how long until it is completed (Kuiken 2009).',
    ],
    tac: ['TAC Test', 'Bring the prosthesis into a shown posture and hold it there (Simon 2011).'],
    fitts: [
      'Fitts’ law',
      'Reach targets of several distances and widths: throughput in bits per second (ISO 9241-411).',
    ],
    start: 'Start',
    stop: 'Stop',
    saveCsv: 'Save CSV',
    saveJson: 'Save JSON',
    pause: (trial: number, trials: number, seconds: string) =>
      `Trial ${trial} of ${trials}, ${seconds} s until it begins`,
    running: (trial: number, trials: number, seconds: string) =>
      `Trial ${trial} of ${trials}, ${seconds} s left`,
    over: (trials: number, of: number) => `${trials} of ${of} trials`,
    held: 'Held',
    field: 'Point and target',
    results: 'Results',
    trial: 'Trial',
    target: 'Target',
    completed: 'Completed',
    yes: '✓ yes',
    no: '✗ no',
    mean: 'Mean',
    measures: {
      selectionSeconds: [
        'Selected after',
        'From the first decision that was not rest to the first right one',
      ],
      completionSeconds: ['Completed in', 'Without the time of holding still'],
      accuracy: ['Right', 'Share of right decisions'],
      overshoots: ['Overshoots', 'Times the target was left again'],
      pathEfficiency: ['Path', 'Shortest way divided by the way taken'],
      indexOfDifficulty: ['Difficulty, bit', 'Index of difficulty'],
      throughput: ['Bit/s', 'Throughput (ISO 9241-411)'],
      stoppingDistance: ['Stopping', 'Way gone within the target while holding still'],
    },
  },
  de: {
    test: 'Test',
    motion: [
      'Bewegungstest',
      'Jede Bewegung der Reihe nach: wie bald wird sie gewählt, wie lange dauert sie (Kuiken 2009).',
    ],
    tac: ['TAC-Test', 'Die Prothese in eine gezeigte Haltung bringen und dort halten (Simon 2011).'],
    fitts: [
      'Fitts’ Gesetz',
      'Ziele in mehreren Abständen und Breiten erreichen: Durchsatz in Bit je Sekunde (ISO 9241-411).',
    ],
    start: 'Start',
    stop: 'Stopp',
    saveCsv: 'CSV speichern',
    saveJson: 'JSON speichern',
    pause: (trial, trials, seconds) => `Versuch ${trial} von ${trials}, beginnt in ${seconds} s`,
    running: (trial, trials, seconds) => `Versuch ${trial} von ${trials}, noch ${seconds} s`,
    over: (trials, of) => `${trials} von ${of} Versuchen`,
    held: 'Gehalten',
    field: 'Punkt und Ziel',
    results: 'Ergebnisse',
    trial: 'Versuch',
    target: 'Ziel',
    completed: 'Geschafft',
    yes: '✓ ja',
    no: '✗ nein',
    mean: 'Mittel',
    measures: {
      selectionSeconds: [
        'Gewählt nach',
        'Von der ersten Entscheidung, die nicht Ruhe war, bis zur ersten richtigen',
      ],
      completionSeconds: ['Geschafft in', 'Ohne die Zeit des Stillhaltens'],
      accuracy: ['Richtig', 'Anteil richtiger Entscheidungen'],
      overshoots: ['Verlassen', 'Wie oft das Ziel wieder verlassen wurde'],
      pathEfficiency: ['Weg', 'Kürzester Weg geteilt durch den gegangenen'],
      indexOfDifficulty: ['Schwierigkeit, Bit', 'Index der Schwierigkeit'],
      throughput: ['Bit/s', 'Durchsatz (ISO 9241-411)'],
      stoppingDistance: ['Nachlauf', 'Weg im Ziel während des Stillhaltens'],
    },
  },
});
