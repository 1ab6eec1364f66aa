import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deviceKind, type DeviceHost } from '../../../server/devices/device.js';
import { DeviceRoom } from '../../../server/devices/device-room.js';
import { ResourceError } from '../../../src/ground/signal/errors.js';
import { number } from '../../../src/ground/signal/field.js';
import type { ServerMessage } from '../../../src/protocol/server-messages.js';
import { FakeSession } from '../fake-session.js';

const logged: unknown[] = [];
const host: DeviceHost = { address: '127.0.0.1', now: () => 0, epoch: () => 0, log: (e) => logged.push(e) };
const dial = { default: 0, min: 0, max: 10, unit: '1', explain: 'a dial' };
/** What happened to the device, in order. */
const history: string[] = [];
let refused: number | undefined;

const probe = deviceKind({
  device: 'probe',
  title: 'Probe',
  explain: 'A device for tests.',
  options: { gain: number({ ...dial, live: 'block' }), port: number(dial) },
  open(_feed, { gain, port }) {
    if (port === refused) throw new ResourceError(`port ${port} is taken`, { hint: 'Choose another.' });
    history.push(`open ${gain} ${port}`);
    const report = { rateHz: 1, clients: [], sent: 0, dropped: 0, lost: 0, notes: [] };
    return {
      report: () => ({ addresses: [`tcp 127.0.0.1:${port}`], ...report }),
      set: (changed) => history.push(`set ${changed.gain}`),
      close: () => {
        history.push('close');
        return Promise.resolve();
      },
    };
  },
});

let room: DeviceRoom;
let told: ServerMessage[];

beforeEach(() => {
  history.length = 0;
  logged.length = 0;
  refused = undefined;
  told = [];
  room = new DeviceRoom(new FakeSession(), [probe], host);
  room.messages$.subscribe((message) => told.push(message));
});
afterEach(() => room.close());

const open = (options = {}) => room.request({ op: 'openDevice', device: 'probe', options });
const set = (options: Record<string, unknown>) => room.request({ op: 'setDevice', device: 'probe', options });

describe('a room of devices', () => {
  it('opens a device with its options made whole, and tells everybody', async () => {
    expect(await open({ port: 7 })).toEqual({ op: 'ok', of: 'openDevice', text: 'tcp 127.0.0.1:7' });
    expect(told).toMatchObject([
      { op: 'devices', devices: [{ device: 'probe', open: true, options: { gain: 0, port: 7 } }] },
    ]);
  });

  it('turns a dial that costs nothing while it is open, and opens it anew for anything else', async () => {
    await open();
    await set({ gain: 3 });
    await set({ port: 4 });
    expect(history).toEqual(['open 0 0', 'set 3', 'close', 'open 3 4']);
    expect(room.states).toMatchObject([{ options: { gain: 3, port: 4 } }]);
  });

  it('leaves a device as it was where what is asked cannot be', async () => {
    await open({ gain: 1 });
    await expect(set({ gain: 99 })).rejects.toThrow(
      'devices.probe.gain: got 99, expected a number within [0, 10]',
    );
    refused = 5;
    await expect(set({ port: 5 })).rejects.toThrow('port 5 is taken');
    expect(room.states).toMatchObject([{ options: { gain: 1, port: 0 } }]);
  });

  it('keeps nothing of a device that cannot open', async () => {
    refused = 0;
    await expect(open()).rejects.toThrow('port 0 is taken');
    expect(room.states).toEqual([]);
    refused = undefined;
    await open();
    expect(room.states).toHaveLength(1);
  });

  it('opens one device once, also for two who ask at once', async () => {
    const [first, second] = await Promise.allSettled([open(), open()]);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    await room.request({ op: 'closeDevice', device: 'probe' });
    expect(history).toEqual(['open 0 0', 'close']);
    expect(told.at(-1)).toEqual({ op: 'devices', devices: [] });
  });

  it('refuses what there is not, with what to write instead', async () => {
    await expect(room.request({ op: 'openDevice', device: 'probee' })).rejects.toMatchObject({
      message: 'device: got "probee", expected one of probe',
      hint: 'Did you mean probe?',
    });
    await expect(open({ gian: 1 })).rejects.toMatchObject({ hint: 'Did you mean devices.probe.gain?' });
    await expect(set({ gain: 1 })).rejects.toThrow('probe is not open');
    await expect(room.request({ op: 'closeDevice', device: 'probe' })).rejects.toThrow('probe is not open');
  });

  it('closes every device at its end, and opens none after it', async () => {
    await open();
    await room.close();
    expect(history.at(-1)).toBe('close');
    await expect(open()).rejects.toThrow('the session has ended');
  });
});
