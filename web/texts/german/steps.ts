/** German of the steps that a decision goes through. */
export const stepPhrases: Readonly<Record<string, string>> = {
  predicted: 'erkannt',
  fusion: 'Fusion',
  rejection: 'Zurückweisung',
  vote: 'Mehrheit',
  onset: 'Einsatz',
  debounce: 'Entprellung',
};
