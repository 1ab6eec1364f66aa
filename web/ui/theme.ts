import { storage } from './storage.js';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'myodesis.theme';
const listeners = new Set<() => void>();
let colours = new Map<string, string>();

/** Theme chosen by the person; `auto` follows the system. */
export function currentTheme(): Theme {
  const saved = storage()?.getItem(KEY);
  return saved === 'light' || saved === 'dark' ? saved : 'auto';
}

export function setTheme(theme: Theme): void {
  storage()?.setItem(KEY, theme);
  applyTheme();
}

const forced = matchMedia('(forced-colors: active)');

/** Put the chosen theme into force. Where the system forces its colours, light or dark is its own choice. */
export function applyTheme(): void {
  const theme = forced.matches ? 'auto' : currentTheme();
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  forget();
}

/** A token's colour for a canvas; read again after the theme changes. */
export function colour(token: string): string {
  let value = colours.get(token);
  if (value === undefined) {
    value = forced.matches
      ? systemColour(token)
      : getComputedStyle(document.documentElement).getPropertyValue(token).trim();
    colours.set(token, value);
  }
  return value;
}

// A canvas may read the name of a system's colour otherwise than a page does.
function systemColour(token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function forget(): void {
  colours = new Map();
  for (const listener of listeners) listener();
}

forced.addEventListener('change', applyTheme);
for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
  matchMedia(query).addEventListener('change', forget);
