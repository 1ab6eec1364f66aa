import type { Json } from '../ground/signal/is-record.js';
import { packJson } from '../ground/signal/packed-json.js';

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
