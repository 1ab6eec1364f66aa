import { StreamError } from '../../src/ground/signal/errors.js';
import { Connection } from './connection.js';
import { Dials } from './dials.js';
import { IntentControl } from './intent-control.js';
import { Link } from './link.js';
import { LiveWindows } from './live-windows.js';
import { PutBack } from './put-back.js';
import type { ServiceApi } from './service-api.js';
import { valueAt } from './scenario-path.js';
import { Store, type ServerInfo } from './store.js';
import { StreamDemand } from './stream-demand.js';
import type { Transport } from './transport.js';

const unsent = new StreamError('not connected: what was chosen is not in force', {
  hint: 'Choose it again once the connection is back.',
});

export interface PageOptions {
  /** The way to the patient. */
  readonly transport: Transport;
  /** The service's REST interface; without, the patient lives in this browser. */
  readonly api?: ServiceApi;
}

/** All that one view of one patient knows and does, without DOM. */
export interface Page {
  readonly connection: Connection;
  readonly store: Store;
  readonly demand: StreamDemand;
  readonly intent: IntentControl;
  readonly dials: Dials;
  readonly windows: LiveWindows;
  readonly link: Link;
  readonly putBack: PutBack;
  /** Undefined where there is no service: no recordings to list. */
  readonly api: ServiceApi | undefined;
}

/**
 * Make a page. Nothing happens before `connection.open()`.
 * @example
 * const page = createPage({ transport: webSocketTransport('ws://127.0.0.1:8080/stream') });
 * page.connection.open();
 */
export function createPage({ transport, api }: PageOptions): Page {
  const store = new Store();
  const connection: Connection = new Connection(transport, {
    message: (message) => {
      const before = store.info;
      store.receiveMessage(message);
      if (message.op !== 'serverInfo') return;
      // What is held was meant for who was there.
      if (before && whoIs(before) !== whoIs(message)) intent.leave();
      else if (connection.state !== 'open') intent.repeat();
    },
    frame: (frame) => store.receiveFrame(frame),
    sentAway: (reason) => store.notify({ kind: 'error', text: reason, hint: '', english: true }),
    state: (state) => store.setConnection(state),
    misunderstood: ({ message, hint }) => store.notify({ kind: 'error', text: message, hint, english: true }),
  });
  const intent = new IntentControl(
    (activations) => void connection.send({ op: 'setIntent', activations }),
    (movement) => store.vocabulary.byId(movement) !== undefined,
    () => store.changed('control'),
  );
  const dials = new Dials(store, (request) => {
    const sent = connection.send(request);
    if (!sent) store.notify({ kind: 'error', text: unsent.message, hint: unsent.hint, english: true });
    return sent;
  });
  const link = new Link(store, dials, (name) => api?.presetScenario(name) ?? ownPreset(name));
  return {
    connection,
    store,
    demand: new StreamDemand((streams) => connection.want(streams)),
    intent,
    dials,
    windows: new LiveWindows(store),
    link,
    putBack: new PutBack(store, link),
    api,
  };
}

/** Tells one patient from another: the same person under other dials is the same one. */
function whoIs({ source, scenario }: ServerInfo): string {
  const at = (...path: string[]): unknown => valueAt(scenario, path);
  return JSON.stringify([source, at('preset'), at('name'), at('person', 'number'), at('limb', 'level')]);
}

/** A preset without asking a service. */
async function ownPreset(name: string): Promise<unknown> {
  const { presetByName } = await import('../../src/scenario/presets/index.js');
  return presetByName(name);
}
