import { connection, store } from './app.js';
import { isRecord, type Json } from './is-record.js';
import { difference, merged } from './scenario-path.js';
import { decodeShared, encodeShared } from './share-link.js';
import { scenarioName } from './store.js';

/** Scenario of each preset as the server loads it, by name. */
const bases = new Map<string, Promise<unknown>>();

/** Whole scenario of a preset: its own fields over the defaults. */
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
  const [response, { parseScenario }] = await Promise.all([
    fetch(`api/presets/${encodeURIComponent(name)}`),
    import('../../src/scenario/scenario.js'),
  ]);
  if (!response.ok) throw new Error(`preset ${name}: HTTP ${response.status}`);
  const preset: unknown = await response.json();
  const partial = isRecord(preset) && isRecord(preset.scenario) ? preset.scenario : {};
  const scenario: Json = { ...parseScenario(partial) };
  return scenario;
}

/** What the link must carry beside the preset's name; undefined when nothing was changed. */
export async function patchAgainstPreset(): Promise<Json | undefined> {
  const name = scenarioName(store.scenario);
  if (!name) return undefined;
  const patch = difference(await baseOf(name), store.scenario);
  return isRecord(patch) ? patch : undefined;
}

/** Address of this page with the whole state and the seed in it. */
export async function shareHash(view: string): Promise<string> {
  const preset = scenarioName(store.scenario) || undefined;
  return encodeShared({ view, preset, patch: await patchAgainstPreset() });
}

/** Put the state that the address carries into force, if it carries any. */
export async function applyHash(hash: string): Promise<void> {
  const { preset, patch } = await decodeShared(hash);
  if (!preset) return;
  if (!patch) {
    if (preset !== scenarioName(store.scenario)) connection.send({ op: 'loadPreset', name: preset });
    return;
  }
  const scenario = merged(await baseOf(preset), patch);
  if (isRecord(scenario) && difference(store.scenario, scenario) !== undefined)
    connection.send({ op: 'loadScenario', scenario: { ...scenario } });
}
