import { DamagedLink } from './damaged-link.js';
import type { Json } from './is-record.js';
import { packJson, unpackJson } from './packed-json.js';

/** What the part of the address after `#` says. */
export interface SharedState {
  /** `demo`, `lab` or `learn`, with a lesson after a slash. */
  readonly view: string;
  /** Name of the preset; undefined where the link names no patient, or one of one's own. */
  readonly preset: string | undefined;
  /** Changes against the preset, seed included. */
  readonly patch: Json | undefined;
  /** The whole scenario of a patient who comes from no preset. */
  readonly scenario?: Json | undefined;
}

/** Address fragment that reproduces the state: `#lab`, `#lab&p=preset`, `#lab&p=preset&s=…` or `#lab&w=…`. */
export async function encodeShared({ view, preset, patch, scenario }: SharedState): Promise<string> {
  let hash = `#${view}`;
  if (scenario) return `${hash}&w=${await packJson(scenario)}`;
  if (preset) hash += `&p=${encodeURIComponent(preset)}`;
  if (patch && Object.keys(patch).length > 0) hash += `&s=${await packJson(patch)}`;
  return hash;
}

/**
 * Read an address fragment.
 * @throws DamagedLink where any part of it cannot be read
 */
export async function decodeShared(hash: string): Promise<SharedState> {
  const [view = '', ...parts] = hash.replace(/^#/u, '').split('&');
  const values = new Map<string, string>();
  for (const part of parts) {
    const [, name = '', value = ''] = /^([psw])=(.*)$/u.exec(part) ?? [];
    if (name === '' || values.has(name)) throw new DamagedLink('unknown-part', part.slice(0, 24));
    values.set(name, value);
  }
  const [named, changes, whole] = ['p', 's', 'w'].map((name) => values.get(name));
  if ((whole !== undefined && values.size > 1) || (changes !== undefined && named === undefined))
    throw new DamagedLink('whose');
  const [patch, scenario] = await Promise.all([changes, whole].map(unpacked));
  if (changes !== undefined && !patch) throw new DamagedLink('changes');
  if (whole !== undefined && !scenario) throw new DamagedLink('patient');
  return { view, preset: named === undefined ? undefined : nameIn(named), patch, scenario };
}

function unpacked(text: string | undefined): Promise<Json | undefined> {
  return text === undefined ? Promise.resolve(undefined) : unpackJson(text);
}

function nameIn(text: string): string {
  let name = '';
  try {
    name = decodeURIComponent(text);
  } catch {
    // As if there were none.
  }
  if (name === '') throw new DamagedLink('name', text.slice(0, 24));
  return name;
}
