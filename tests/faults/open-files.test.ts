import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { blocksOf, missed, more, recordingsIn, smallService, patience } from './small-service.js';

it.runIf(process.platform === 'linux')(
  'no file descriptors left for connections: it is said, who is in goes on and can record, and others come in later',
  async () => {
    const service = await smallService(400);
    const client = await service.watch();
    expect(service.output()).toMatch(/note: so few files may be open that 72 connections .*ulimit -n/);

    const crowd = new Set<Socket>();
    onTestFinished(() => crowd.forEach((socket) => socket.destroy()));
    for (let n = 0; n < 400; n++) {
      const socket = connect(service.port, '127.0.0.1');
      crowd.add(socket.on('error', () => undefined).on('close', () => crowd.delete(socket)));
    }
    await vi.waitUntil(() => crowd.size <= 72, patience);
    await vi.waitUntil(() => /note: all 72 connections are taken/.test(service.output()), patience);

    expect(await client.ask({ op: 'startRecording', format: 'csv' })).toMatchObject({ op: 'ok' });
    await more(client, 50);
    expect(await client.ask({ op: 'stopRecording' })).toMatchObject({ op: 'ok' });
    const [path = ''] = await recordingsIn(service.recordings);
    expect(await blocksOf(path)).not.toEqual([]);
    expect(missed(client)).toBe(0);

    for (const socket of crowd) socket.destroy();
    await vi.waitUntil(() => crowd.size === 0, patience);
    const later = await vi.waitUntil(() => service.watch().catch(() => undefined), patience);
    await more(later, 5);
    expect(client.closed).toBeUndefined();
  },
);
