import { connection, currentPreset, store } from './app.js';
import { isRecord, type Json } from './is-record.js';
import { difference, merged } from './scenario-path.js';
import { decodeShared, encodeShared } from './share-link.js';

/** Scenario of each preset as the server loads it, by name. */
const bases = new Map<string, Promise<unknown>>();

/** Whole scenario of a preset. */
function baseOf(name: string): Promise<unknown> {
  let base = bases.get(name);
  if (!base) {
    base = presetScenario(name);
    bases.set(name, base);
    base.catch(() => bases.delete(name));
  }
  return base;
}

async function presetScenario(name: string): Promise<unknown> {
  const response = await fetch(`api/presets/${encodeURIComponent(name)}`);
  if (!response.ok) throw new Error(`preset ${name}: HTTP ${response.status}`);
  const scenario: unknown = await response.json();
  return scenario;
}

/** What the link must carry beside the preset's name; undefined when nothing was changed. */
export async function patchAgainstPreset(): Promise<Json | undefined> {
  const name = currentPreset();
  if (!name) return undefined;
  const patch = difference(await baseOf(name), store.scenario);
  return isRecord(patch) ? patch : undefined;
}

/** Address of this page with the whole state and the seed in it. */
export async function shareHash(view: string): Promise<string> {
  const preset = currentPreset();
  return encodeShared({ view, preset, patch: await patchAgainstPreset() });
}

/** Put the state that the address carries into force, if it carries any. */
export async function applyHash(hash: string): Promise<void> {
  const { preset, patch } = await decodeShared(hash);
  if (!preset) return;
  if (!patch) {
    if (preset !== currentPreset()) connection.send({ op: 'loadPreset', name: preset });
    return;
  }
  const scenario = merged(await baseOf(preset), patch);
  if (isRecord(scenario) && difference(store.scenario, scenario) !== undefined)
    connection.send({ op: 'loadScenario', scenario: { ...scenario } });
}
