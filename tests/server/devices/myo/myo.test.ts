import { once } from 'node:events';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { OpenDevice } from '../../../../server/devices/device.js';
import { myo } from '../../../../server/devices/myo/index.js';
import { FakeFeed, fakeHost } from '../fake-feed.js';

/** The part of the npm package `myo` that is used here; it has no types. */
interface MyoClient {
  readonly defaults: { socket_url: string };
  readonly myos: MyoClient[];
  readonly synced: boolean;
  readonly batteryLevel: number;
  on(name: string, listener: (...values: unknown[]) => void): string;
  off(name: string): void;
  connect(app: string, library: unknown): void;
  disconnect(): void;
  setLockingPolicy(policy: string): void;
  streamEMG(enabled: boolean): void;
  requestBatteryLevel(): void;
  requestBluetoothStrength(): void;
  vibrate(): void;
}

const rows = ['posterior.rest', 'step.argmax'];
let feed: FakeFeed;
let device: OpenDevice;
let index: number;
let now: number;

const push = (volts: number, count: number): void => {
  feed.push('raw', index, [Array<number>(count).fill(volts), Array<number>(count).fill(-volts)]);
  index += count;
};
const decide = (step: number): void => feed.push('decisions', index, [[1], [step]]);
const open = async (options: Record<string, unknown> = {}): Promise<void> => {
  device = await myo.open(feed.feed, { port: 0, ...options }, { ...fakeHost, now: () => now });
};

beforeEach(() => {
  index = 0;
  now = 100;
  feed = new FakeFeed({
    sampleRateHz: 200,
    channels: ['a', 'b'],
    classes: ['rest', 'hand-close', 'elbow-flexion'],
    streams: { decisions: { rows, rateHz: 50, samplesPerColumn: 4, unit: '1' } },
  });
});
afterEach(() => device.close());

describe('Myo Connect', () => {
  it('serves the npm package myo, unchanged', async () => {
    await open();
    const client = createRequire(import.meta.url)('myo') as MyoClient;
    const heard: [string, unknown][] = [];
    client.defaults.socket_url = (device.report().addresses[0] ?? '').replace(/3$/, '');
    for (const name of [
      'connected',
      'arm_synced',
      'emg',
      'imu',
      'fist',
      'fist_off',
      'rest',
      'battery_level',
      'rssi',
    ])
      client.on(name, (value) => heard.push([name, value]));
    const of = (name: string): unknown[] => heard.filter(([of]) => of === name).map(([, value]) => value);
    client.connect('com.example.test', WebSocket);
    await vi.waitFor(() => expect(of('arm_synced')).toHaveLength(1));
    const [armband] = client.myos;
    if (!armband) throw new Error('no armband');
    expect(armband.synced).toBe(true);

    armband.streamEMG(true);
    await vi.waitFor(() => {
      push(100e-6, 4);
      expect(of('emg').length).toBeGreaterThan(0);
    });
    expect(of('emg')[0]).toEqual([10, -10, 0, 0, 0, 0, 0, 0]);
    push(1, 1);
    await vi.waitFor(() => expect(of('emg').at(-1)).toEqual([127, -128, 0, 0, 0, 0, 0, 0]));
    await vi.waitFor(() =>
      expect(of('imu')[0]).toMatchObject({ accelerometer: { z: 1 }, orientation: { w: 1 } }),
    );

    decide(1);
    decide(1);
    decide(2); // a movement that the armband does not know is rest to it
    await vi.waitFor(() => expect(of('rest')).toHaveLength(1));
    expect(of('fist')).toHaveLength(1);
    expect(of('fist_off')).toHaveLength(1);

    now += 3600;
    armband.requestBatteryLevel();
    armband.requestBluetoothStrength();
    armband.vibrate();
    client.setLockingPolicy('none');
    await vi.waitFor(() => expect(of('battery_level')).toEqual([94]));
    await vi.waitFor(() => expect(of('rssi')).toEqual([-48]));
    expect(device.report()).toMatchObject({ rateHz: 200, dropped: 0 });
    expect(device.report().notes.join()).not.toContain('not understood');
    client.disconnect();
  });

  it('sends EMG to those who want it only, 200 a second, and orientation 50', async () => {
    await open();
    const quiet = new WebSocket(device.report().addresses[0] ?? '');
    const types: string[] = [];
    quiet.on('message', (data) =>
      types.push((JSON.parse(String(data)) as [string, { type: string }])[1].type),
    );
    await once(quiet, 'open');
    await vi.waitFor(() => expect(types).toEqual(['paired', 'connected', 'arm_synced']));
    push(0, 200);
    quiet.send('["command",{"command":"set_stream_emg","myo":0,"type":"enabled"}]');
    quiet.send('nonsense');
    await vi.waitFor(() => expect(device.report().notes.join()).toContain('not understood: "nonsense"'));
    push(0, 200);
    await vi.waitFor(() => expect(types.filter((type) => type === 'emg')).toHaveLength(200));
    await vi.waitFor(() => expect(types.filter((type) => type === 'orientation')).toHaveLength(100));
    quiet.terminate();
  });

  it('falls silent with an empty battery or out of reach, and comes back', async () => {
    await open({ batteryPercent: 1, batteryHours: 1 });
    const client = new WebSocket(device.report().addresses[0] ?? '');
    const types: string[] = [];
    client.on('message', (data) =>
      types.push((JSON.parse(String(data)) as [string, { type: string }])[1].type),
    );
    await once(client, 'open');
    await vi.waitFor(() => expect(types).toHaveLength(3));
    now += 60;
    push(0, 400);
    await vi.waitFor(() => expect(types.at(-1)).toBe('disconnected'));
    expect(device.report().notes).toContain('battery empty: switched off');
    const silent = types.length;
    push(0, 400);
    device.set?.({ port: 0, batteryPercent: 100 });
    await vi.waitFor(() => expect(types.slice(silent)).toEqual(['connected', 'arm_synced']));
    client.terminate();
  });
});
