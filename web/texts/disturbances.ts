import { texts } from './texts.js';

/** Disturbances and what each of them costs. */
export const disturbancesTexts = texts({
  en: {
    loading: 'Loading …',
    setting: 'Setting',
    right: (share: string) => `${share} right`,
    unheard: 'not heard yet',
    reset: 'Reset scores',
    hint: 'B starts without any. The decoder knows the disturbances it was calibrated with.',
    cost: 'What each dial costs',
    stretch: 'stretch',
    putBack: 'Stop and put back',
    under: (stretch: number, of: number, what: string) => `${stretch} of ${of}: ${what}`,
    without: (dial: string) => `without ${dial}`,
    allAsSet: 'all as set',
    measure: 'Measure',
    turnUp: 'Turn a dial up first.',
    plan: (stretches: number, minutes: number, dials: number) =>
      `${stretches} stretches, ${minutes} min: all as set, then without each of the ${dials} that are up.`,
    rowWithout: (dial: string) => `Without ${dial}`,
    rowAll: 'All as set',
    otherwise: 'Otherwise',
    share: 'Right, % of decisions',
    counted: 'Decisions counted',
    table: 'Accuracy without each disturbance',
    costs: (points: string, dial: string) =>
      `${dial} costs most: without it ${points} points more are right.`,
    none: 'No single disturbance costs a point.',
  },
  de: {
    loading: 'Wird geladen …',
    setting: 'Einstellung',
    right: (share) => `${share} richtig`,
    unheard: 'noch nicht gehört',
    reset: 'Zähler zurücksetzen',
    hint: 'B beginnt ohne Störungen. Der Decoder kennt die Störungen, mit denen er kalibriert wurde.',
    cost: 'Was jeder Regler kostet',
    stretch: 'Abschnitt',
    putBack: 'Anhalten und zurückstellen',
    under: (stretch, of, what) => `${stretch} von ${of}: ${what}`,
    without: (dial) => `ohne ${dial}`,
    allAsSet: 'alles wie eingestellt',
    measure: 'Messen',
    turnUp: 'Zuerst einen Regler aufdrehen.',
    plan: (stretches, minutes, dials) =>
      `${stretches} Abschnitte, ${minutes} min: alles wie eingestellt, dann ohne jeden der ${dials} aufgedrehten Regler.`,
    rowWithout: (dial) => `Ohne ${dial}`,
    rowAll: 'Alles wie eingestellt',
    otherwise: 'Sonst',
    share: 'Richtig, % der Entscheidungen',
    counted: 'Gezählte Entscheidungen',
    table: 'Trefferquote ohne jede einzelne Störung',
    costs: (points, dial) =>
      `Am meisten kostet ${dial}: ohne diese Störung sind ${points} Punkte mehr richtig.`,
    none: 'Keine einzelne Störung kostet einen Punkt.',
  },
});
