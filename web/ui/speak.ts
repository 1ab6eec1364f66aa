import { rememberLanguage, setLanguage, wantedLanguage, type Language } from '../data/language.js';
import { loadPhrases } from '../texts/phrase.js';
import { storage } from './storage.js';

/** Make the page speak a language; who shows text must render again. */
export async function speak(language: Language): Promise<void> {
  await choose(language);
  rememberLanguage(language, storage());
}

/** Make the page speak the language that address, memory and browser ask for. */
export async function speakAtFirst(): Promise<void> {
  await choose(wantedLanguage(new URL(location.href), storage(), navigator.languages));
}

async function choose(language: Language): Promise<void> {
  setLanguage(language);
  document.documentElement.lang = language;
  await loadPhrases().catch(() => undefined); // Without them, what the patient says stays English.
}
