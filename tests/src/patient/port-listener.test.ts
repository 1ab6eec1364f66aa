import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PortListener } from '../../../src/patient/port-listener.js';
import { decodeFrame, type Frame } from '../../../src/protocol/frame.js';
import { parseServerMessage, type ServerMessage } from '../../../src/protocol/server-messages.js';
import { FakeSession } from '../../server/fake-session.js';

let session: FakeSession;
let channel: MessageChannel;
let messages: ServerMessage[];
let frames: Frame[];

beforeEach(() => {
  session = new FakeSession();
  channel = new MessageChannel();
  messages = [];
  frames = [];
  channel.port2.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') messages.push(parseServerMessage(data));
    else if (data instanceof ArrayBuffer) frames.push(decodeFrame(data));
  };
  new PortListener(session, channel.port1, () => 12_345);
});

afterEach(() => {
  channel.port1.close();
  channel.port2.close();
});

/** The answer to a request. */
async function ask(request: Record<string, unknown> | string, id: string): Promise<ServerMessage> {
  channel.port2.postMessage(typeof request === 'string' ? request : JSON.stringify({ ...request, id }));
  return vi.waitFor(() => {
    const found = messages.find((message) => 'id' in message && message.id === id);
    if (!found) throw new Error(`no answer to ${id}`);
    return found;
  });
}

it('greets unasked, serverInfo first', async () => {
  await vi.waitFor(() => expect(messages).toHaveLength(2));
  expect(messages.map(({ op }) => op)).toEqual(['serverInfo', 'status']);
});

it('sends what is subscribed to, frame by frame, and no more afterwards', async () => {
  const subscribed = await ask({ op: 'subscribe', streams: ['raw', 'raw', 'truth'] }, 'a');
  expect(subscribed).toMatchObject({ op: 'ok', of: 'subscribe', text: 'raw, truth' });
  session.stream(40, 5, 3);
  await vi.waitFor(() => expect(frames).toHaveLength(3));
  expect(frames.map(({ index, channels, length }) => [index, channels, length])).toEqual([
    [40, 2, 5],
    [45, 2, 5],
    [50, 2, 5],
  ]);
  expect([...(frames[1]?.data ?? [])]).toEqual(new Array(10).fill(40));
  const left = await ask({ op: 'unsubscribe', streams: ['raw'] }, 'b');
  expect(left).toMatchObject({ op: 'ok', text: 'truth' });
  expect(session.watched('raw')).toBe(false);
});

it('hands requests to the session and tells its errors, with the id even of what cannot be read', async () => {
  expect(await ask({ op: 'setStage', stage: 1 }, 'a')).toMatchObject({ op: 'ok', of: 'setStage' });
  expect(session.requests).toMatchObject([{ op: 'setStage', stage: 1 }]);
  expect(await ask({ op: 'calibrate' }, 'b')).toMatchObject({ op: 'error', code: 'config', hint: 'Do not.' });
  expect(await ask({ op: 'setStagge' }, 'c')).toMatchObject({ op: 'error', code: 'protocol' });
  expect(await ask({ op: 'ping', t: 7 }, 'd')).toMatchObject({ op: 'pong', t: 7 });
  channel.port2.postMessage('{');
  await vi.waitFor(() => expect(messages.at(-1)).toMatchObject({ op: 'error', code: 'protocol' }));
});

it('refuses what is no text', async () => {
  channel.port2.postMessage(new ArrayBuffer(4));
  await vi.waitFor(() =>
    expect(messages.at(-1)).toMatchObject({ op: 'error', message: expect.stringContaining('binary') }),
  );
});

it('passes on what everyone is told', async () => {
  session.messages$.next({ op: 'event', index: 3, kind: 'mark', text: 'moved' });
  await vi.waitFor(() => expect(messages.at(-1)).toMatchObject({ op: 'event', text: 'moved' }));
});
