import { unpackJson } from '../../src/ground/signal/packed-json.js';
import type { SharedState } from '../../src/scenario/share-link.js';
import { DamagedLink } from './damaged-link.js';
import type { Json } from './is-record.js';

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
