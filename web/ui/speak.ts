import { rememberLanguage, setLanguage, wantedLanguage, type Language } from '../data/language.js';
import { loadPhrases } from '../texts/phrase.js';
import { storage } from './storage.js';

const listeners = new Set<() => void>();

/** Call `listener` whenever the page speaks another language, until the result is called. */
export function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Make the page speak a language, now and in future. The address says it too where it says any. */
export async function speak(language: Language): Promise<void> {
  await speakFor(language);
  rememberLanguage(language, storage());
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.set('lang', language);
  history.replaceState(history.state, '', address);
}

/** Make the page speak the language that address, memory and browser ask for. */
export async function speakAtFirst(): Promise<void> {
  await speakFor(wantedLanguage(new URL(location.href), storage(), navigator.languages));
}

/** Make the page speak a language for now; the next visit is as if it had not. */
export async function speakFor(language: Language): Promise<void> {
  setLanguage(language);
  document.documentElement.lang = language;
  await loadPhrases().catch(() => undefined); // Without them, what the patient says stays English.
  for (const listener of listeners) listener();
}
