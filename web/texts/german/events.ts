/** German of what happens in the stream, as it stands above the traces. */
export const eventPhrases: Readonly<Record<string, string>> = {
  Lost: 'Verlust',
  Artefact: 'Störung',
  Contact: 'Kontakt',
  Mark: 'Markierung',
  Stage: 'Stufe',
  Inlet: 'Eingang',
};
