/** Languages of the page, best known first, with their own names. */
export const languages = { en: 'English', de: 'Deutsch' } as const;
/** Code of a language of the page, as in `<html lang>`. */
export type Language = keyof typeof languages;

const KEY = 'myodesis.language';
let current: Language = 'en';

/** The language that the page speaks now. */
export function language(): Language {
  return current;
}

/** Speak another language from now on; who shows text renders again (`<myo-app>` does so for all). */
export function setLanguage(chosen: Language): void {
  current = chosen;
}

/** Whether there are texts in a language. */
export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(languages, code);
}

/** Where a choice is kept: a browser's `localStorage`, or nothing where that is forbidden. */
export interface Remembered {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/**
 * The language to begin with: that of the address (`?lang=de`), else the one chosen before, else the first of the
 * browser's that there are texts in, else English.
 * @example wantedLanguage(new URL(location.href), localStorage, navigator.languages)
 */
export function wantedLanguage(
  address: URL,
  remembered: Pick<Remembered, 'getItem'> | undefined,
  browser: readonly string[],
): Language {
  const wishes = [
    address.searchParams.get('lang'),
    remembered?.getItem(KEY),
    ...browser.map((tag) => tag.split('-')[0]?.toLowerCase()),
  ];
  return wishes.find(isLanguage) ?? 'en';
}

/** Keep a choice for the next visit. */
export function rememberLanguage(chosen: Language, remembered: Remembered | undefined): void {
  remembered?.setItem(KEY, chosen);
}
