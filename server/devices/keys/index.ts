import { deviceKind } from '../device.js';
import { portField } from '../sockets/destination.js';
import { originsField, WebSocketPort } from '../sockets/web-socket-port.js';
import { DecidedKeys, keyDials } from './decided-keys.js';

/** Discrete decisions as key presses, for programs and pages that know keys and nothing of EMG. */
export const keys = deviceKind({
  device: 'keys',
  title: 'Key presses by WebSocket',
  explain:
    'Each decision as a key that goes down and up: JSON such as {"type":"keydown","key":"ArrowLeft","class":"hand-open"} at ws://127.0.0.1:10150/keys. The first message, of type "keys", says which class has which key.',
  options: {
    port: portField(10_150, 'Port of the WebSocket; 0 lets the system choose.'),
    ...keyDials,
    origins: originsField,
  },
  async open(feed, options, host) {
    const mapping = () => ({ type: 'keys', keys: Object.fromEntries(decided.keys) });
    const port = await WebSocketPort.open({
      address: host.address,
      port: options.port,
      path: '/keys',
      origins: options.origins,
      connected: (client) => client.send(mapping()),
    });
    const decided = new DecidedKeys(feed, options, (event) => port.send(event));
    // Other classes have other keys.
    const changes = feed.infos$.subscribe(() => port.send(mapping()));
    return {
      report: () => ({
        ...port.report,
        rateHz: feed.info().streams.decisions?.rateHz ?? 0,
        lost: 0,
        notes: [[...decided.keys].map(([of, key]) => `${of}: ${key === ' ' ? 'blank' : key}`).join(', ')],
      }),
      close: () => {
        changes.unsubscribe();
        decided.close();
        return port.close();
      },
    };
  },
});
