import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeviceRoom } from '../../../server/devices/device-room.js';
import { deviceKinds } from '../../../server/devices/registry.js';
import { startService, type Service } from '../../../server/service.js';
import { onlySession } from '../../../server/sessions/only-session.js';
import { StreamClient } from '../stream-client.js';
import { FakeFeed, fakeHost } from './fake-feed.js';

let service: Service;
let client: StreamClient;
let session: FakeFeed;

beforeEach(async () => {
  session = new FakeFeed({});
  service = await startService({
    sessions: onlySession(session),
    devices: (served) => new DeviceRoom(served, deviceKinds, fakeHost),
    host: '127.0.0.1',
    port: 0,
    pageFolder: '/nonexistent',
    recordingsFolder: '/nonexistent',
  });
  client = await StreamClient.connect(service.port);
});
afterEach(async () => {
  client.close();
  await service.close();
});

describe('devices of a service', () => {
  it('are told with their dials, also when the person changes', async () => {
    const expected = deviceKinds.map(({ device }) => device);
    const first = await client.message('serverInfo');
    expect(first.capabilities).toContain('devices');
    expect(first.devices?.map(({ device }) => device)).toEqual(expected);
    expect(first.devices?.find(({ device }) => device === 'libemg')?.options['lossPercent']).toMatchObject({
      unit: '%',
      max: 100,
    });
    session.become({ channels: ['c'] });
    const next = await client.message('serverInfo', ({ channels }) => channels[0] === 'c');
    expect(next.devices?.map(({ device }) => device)).toEqual(expected);
  });

  it('are opened, turned and closed by request, and everybody is told; so are newcomers', async () => {
    client.send({ op: 'openDevice', device: 'libemg', options: { port: 50_999 }, id: 1 });
    expect(await client.message('ok')).toMatchObject({ id: 1, text: 'udp to 127.0.0.1:50999' });
    const state = await client.message('devices');
    expect(state.devices).toMatchObject([{ device: 'libemg', open: true, options: { port: 50_999 } }]);

    const late = await StreamClient.connect(service.port);
    expect((await late.message('devices')).devices).toMatchObject([{ device: 'libemg' }]);
    late.close();

    client.send({ op: 'setDevice', device: 'libemg', options: { lossPercent: 101 } });
    expect((await client.message('error')).message).toContain('lossPercent: got 101');
    client.send({ op: 'closeDevice', device: 'libemg' });
    await client.message('devices', ({ devices }) => devices.length === 0);
  });

  it('say which port is taken and what to do, over both the stream and REST', async () => {
    const options = { port: service.port };
    const told = { code: 'resource', message: expect.stringContaining(`port ${service.port}`) };
    expect(await client.ask({ op: 'openDevice', device: 'keys', options })).toMatchObject(told);
    const answer = await fetch(`http://127.0.0.1:${service.port}/api/devices/keys`, {
      method: 'PUT',
      body: JSON.stringify(options),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ ...told, hint: expect.stringContaining('another port') });
  });
});
