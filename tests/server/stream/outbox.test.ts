import { describe, expect, it } from 'vitest';
import { Outbox, type OutboxLimits } from '../../../server/stream/outbox.js';

class FakeWire {
  bufferedAmount = 0;
  readonly sent: (string | Uint8Array)[] = [];
  closed: string | undefined;

  send(data: string | Uint8Array): void {
    this.sent.push(data);
    this.bufferedAmount += data.length;
  }

  close(_code: number, reason: string): void {
    this.closed = reason;
  }

  get sizes(): number[] {
    return this.sent.flatMap((data) => (typeof data === 'string' ? [] : [data.length]));
  }

  get texts(): unknown[] {
    return this.sent.flatMap((data) => (typeof data === 'string' ? [JSON.parse(data)] : []));
  }
}

const limits: OutboxLimits = { socketBytes: 100, dataBytes: 100, controlMessages: 3 };
const frame = (bytes: number): Uint8Array => new Uint8Array(bytes);

describe('Outbox', () => {
  it('passes data straight on while the client reads', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    for (let i = 0; i < 50; i++) {
      outbox.deliver(frame(40), i);
      wire.bufferedAmount = 0;
    }
    expect(wire.sent).toHaveLength(50);
    expect(outbox.lostFrames).toBe(0);
  });

  it('keeps what does not fit and delivers it in order when the client reads again', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    for (const bytes of [60, 30, 31, 32]) outbox.deliver(frame(bytes), bytes);
    expect(wire.sizes).toEqual([60, 30]);
    wire.bufferedAmount = 0;
    outbox.flush();
    expect(wire.sizes).toEqual([60, 30, 31, 32]);
    expect(outbox.congested).toBe(false);
    expect(outbox.lostFrames).toBe(0);
  });

  it('drops the oldest data of a client that does not read, and tells it before the next data', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    outbox.deliver(frame(100), 0);
    for (let index = 1; index <= 5; index++) outbox.deliver(frame(40), index * 10);
    expect(outbox.lostFrames).toBe(3);
    wire.bufferedAmount = -200; // room for all
    outbox.flush();
    expect(wire.sizes).toEqual([100, 40, 40]);
    expect(wire.texts).toEqual([{ op: 'lost', frames: 3, bytes: 120, since: 10 }]);
    expect(typeof wire.sent[1]).toBe('string');
  });

  it('lets one oversized frame wait rather than losing everything for ever', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, { ...limits, socketBytes: 300 });
    wire.bufferedAmount = 200;
    outbox.deliver(frame(250), 0);
    expect(outbox.lostFrames).toBe(0);
    wire.bufferedAmount = 0;
    outbox.flush();
    expect(wire.sizes).toEqual([250]);
  });

  it('never drops control messages, and closes with a reason when too many wait', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    wire.bufferedAmount = 100;
    for (let i = 0; i < 3; i++) outbox.say('{}');
    expect(wire.closed).toBeUndefined();
    outbox.say('{}');
    expect(wire.closed).toMatch(/control queue full/);
    wire.bufferedAmount = 0;
    outbox.flush();
    outbox.deliver(frame(1), 0);
    expect(wire.sent).toEqual([]);
  });

  it('sends control messages before the data that waits', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    wire.bufferedAmount = 100;
    outbox.deliver(frame(10), 0);
    outbox.say('{"op":"first"}');
    wire.bufferedAmount = 0;
    outbox.flush();
    expect(wire.sent.map((data) => typeof data)).toEqual(['string', 'object']);
  });

  it('discards data whose meaning has changed and says so', () => {
    const wire = new FakeWire();
    const outbox = new Outbox(wire, limits);
    wire.bufferedAmount = 100;
    outbox.deliver(frame(10), 7);
    wire.bufferedAmount = 0;
    outbox.discardData();
    expect(wire.texts).toEqual([{ op: 'lost', frames: 1, bytes: 10, since: 7 }]);
    expect(outbox.congested).toBe(false);
  });
});
