import { Connection } from './connection.js';
import { History, type Change } from './history.js';
import { IntentControl } from './intent-control.js';
import type { Json } from './is-record.js';
import { merged, patchFor, pathOf, valueAt } from './scenario-path.js';
import { scenarioName, Store } from './store.js';
import { StreamDemand } from './stream-demand.js';

const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${location.pathname.replace(/[^/]*$/u, '')}stream`;

export const store = new Store();

export const connection = new Connection(url, {
  message: (message) => {
    store.receiveMessage(message);
    if (message.op === 'serverInfo' && connection.state !== 'open') intent.repeat();
  },
  frame: (frame) => store.receiveFrame(frame),
  state: (state) => store.setConnection(state),
});

export const demand = new StreamDemand((streams) => connection.want(streams));

export const intent = new IntentControl(
  (activations) => void connection.send({ op: 'setIntent', activations }),
  () => store.changed('control'),
);

export const history = new History();

/** Turn a dial: the change is sent, can be undone, and shows at once. */
export function setField(dotted: string, value: unknown): void {
  const path = pathOf(dotted);
  const before = valueAt(store.scenario, path);
  if (JSON.stringify(before) === JSON.stringify(value)) return;
  history.record({ path, before, after: value });
  applyChange({ path, before, after: value });
}

/** Apply several fields as one patch, without a place in the history. */
export function patchScenario(patch: Json): void {
  connection.send({ op: 'patchScenario', patch });
}

function applyChange(change: Change): void {
  const patch = patchFor(store.scenario, change.path, change.after);
  // Shown at once; the server's `scenario` answer corrects it where it disagrees.
  store.scenario = merged(store.scenario, patch);
  connection.send({ op: 'patchScenario', patch });
  store.changed('scenario');
  store.changed('history');
}

export function undo(): void {
  const change = history.undo();
  if (change) applyChange(change);
}

export function redo(): void {
  const change = history.redo();
  if (change) applyChange(change);
}

export function loadPreset(name: string): void {
  history.clear();
  intent.script();
  connection.send({ op: 'loadPreset', name });
  store.changed('history');
}

/** Preset that the running scenario came from; undefined for a scenario of one's own. */
export function currentPreset(): string | undefined {
  const name = scenarioName(store.scenario);
  return store.info?.presets.find((preset) => preset.title === name || preset.name === name)?.name;
}
