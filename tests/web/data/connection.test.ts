import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MyodesisError } from '../../../src/ground/signal/errors.js';
import { encodeFrame } from '../../../src/protocol/frame.js';
import { parseServerMessage } from '../../../src/protocol/server-messages.js';
import { Connection } from '../../../web/data/connection.js';
import type { Transport } from '../../../web/data/transport.js';
import { FakeSession } from '../../server/fake-session.js';

const info = JSON.stringify(new FakeSession().info());
const status = JSON.stringify(new FakeSession().status());
const frame = () => {
  const bytes = encodeFrame('raw', { channels: 1, length: 1, index: 0, data: new Float32Array(1) }, 0);
  return bytes.buffer instanceof ArrayBuffer ? bytes.buffer : new ArrayBuffer(0);
};

/** A connection whose transport and parser are in the test's hand. */
function connected() {
  const heard: string[] = [];
  const sent: unknown[] = [];
  const errors: MyodesisError[] = [];
  const reasons: string[] = [];
  const transport: Transport = {
    onmessage: () => undefined,
    onclose: () => undefined,
    open: () => heard.push('opened'),
    close: () => heard.push('closed'),
    send: (text) => sent.push(JSON.parse(text)) > 0,
  };
  const loads: ReturnType<typeof withResolvers<typeof parseServerMessage>>[] = [];
  const connection = new Connection(
    transport,
    {
      message: ({ op }) => heard.push(op),
      frame: ({ stream }) => heard.push(stream),
      state: (state) => heard.push(state),
      misunderstood: (error) => errors.push(error),
      sentAway: (reason) => reasons.push(reason),
    },
    () => {
      const load = withResolvers<typeof parseServerMessage>();
      loads.push(load);
      return load.promise;
    },
  );
  return { connection, transport, heard, sent, errors, reasons, loads };
}

function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('Connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps what comes before the parser is there, in order', async () => {
    const { connection, transport, heard, sent, loads } = connected();
    connection.want(['raw']);
    connection.open();
    transport.onmessage(info);
    transport.onmessage(status);
    transport.onmessage(frame());
    expect(heard).toEqual(['connecting', 'opened']);
    loads[0]?.resolve(parseServerMessage);
    await vi.advanceTimersByTimeAsync(0);
    transport.onmessage(status);
    expect(heard).toEqual(['connecting', 'opened', 'serverInfo', 'open', 'status', 'raw', 'status']);
    expect(sent).toEqual([{ op: 'subscribe', streams: ['raw'] }]);
  });

  it('forgets what came before a loss, loads once, and subscribes anew', async () => {
    const { connection, transport, heard, sent, loads } = connected();
    connection.want(['raw', 'truth']);
    connection.open();
    transport.onmessage(info);
    transport.onclose();
    loads[0]?.resolve(parseServerMessage);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toEqual(['connecting', 'opened', 'waiting', 'connecting', 'opened']);
    transport.onmessage(info);
    expect(connection.state).toBe('open');
    expect(sent).toEqual([{ op: 'subscribe', streams: ['raw', 'truth'] }]);
    transport.onclose();
    connection.retryNow();
    expect(loads).toHaveLength(1);
  });

  it('says why it was sent away, once while nothing changes', async () => {
    const { connection, transport, reasons, loads } = connected();
    connection.open();
    loads[0]?.resolve(parseServerMessage);
    await vi.advanceTimersByTimeAsync(0);
    transport.onclose('the session was ended');
    await vi.advanceTimersByTimeAsync(10_000);
    transport.onclose('there is no such session');
    await vi.advanceTimersByTimeAsync(10_000);
    transport.onclose('there is no such session');
    await vi.advanceTimersByTimeAsync(10_000);
    transport.onclose();
    expect(reasons).toEqual(['the session was ended', 'there is no such session']);
  });

  it('takes a parser that cannot be loaded for no connection, and tries again', async () => {
    const { connection, transport, heard, loads } = connected();
    connection.open();
    loads[0]?.reject(new TypeError('not found'));
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(['connecting', 'opened', 'closed', 'waiting']);
    await vi.advanceTimersByTimeAsync(10_000);
    loads[1]?.resolve(parseServerMessage);
    await vi.advanceTimersByTimeAsync(0);
    transport.onmessage(info);
    expect(connection.state).toBe('open');
    connection.close();
  });

  it('leaves out what it does not understand, and says so once', async () => {
    const { connection, transport, heard, errors, loads } = connected();
    connection.open();
    loads[0]?.resolve(parseServerMessage);
    await vi.advanceTimersByTimeAsync(0);
    transport.onmessage('{"op":"status","phase":"asleep","text":""}');
    transport.onmessage(new ArrayBuffer(3));
    transport.onmessage(info);
    expect(heard.slice(2)).toEqual(['serverInfo', 'open']);
    expect(errors.map(({ message }) => message)).toEqual(['status: phase is not valid, got "asleep"']);
  });
});
