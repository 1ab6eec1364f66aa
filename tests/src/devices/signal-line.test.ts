import { describe, expect, it } from 'vitest';
import { InstantBuffer } from '../../../src/devices/instant-buffer.js';
import { SignalLine } from '../../../src/devices/signal-line.js';

const frame = (index: number, rows: readonly (readonly number[])[]) => ({
  index,
  channels: rows.length,
  length: rows[0]?.length ?? 0,
  data: Float32Array.from(rows.flat()),
});

describe('a signal as a device samples it', () => {
  it('has the channels of the device, instant after instant, untouched at the same rate', () => {
    const line = new SignalLine(['a', 'b', 'c'], 1000, { rateHz: 1000, channels: 2 }, 0);
    expect([
      ...line.process(
        frame(0, [
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
      ),
    ]).toEqual([1, 3, 2, 4]);
    expect(line.notes).toEqual(['channels left out: c; the device has 2']);
  });
  it('is empty where there is no channel', () => {
    const line = new SignalLine(['a'], 1000, { rateHz: 1000, channels: 3 }, 0);
    expect([...line.process(frame(0, [[1, 2]]))]).toEqual([1, 0, 0, 2, 0, 0]);
    expect(line.notes).toEqual(['the last 2 channels of the device are empty']);
  });
  it('sends 0 for what is no number, and says so', () => {
    const line = new SignalLine(['a'], 1000, { rateHz: 1000, channels: 1 }, 0);
    expect([...line.process(frame(0, [[NaN, 1, Infinity]]))]).toEqual([0, 1, 0]);
    expect(line.notes).toEqual(['2 values that are no numbers were sent as 0']);
  });
  it('says what is missing, and how late it is', () => {
    const line = new SignalLine(['a'], 1000, { rateHz: 500, channels: 1 }, 0);
    line.process(frame(0, [Array<number>(100).fill(1)]));
    line.process(frame(250, [Array<number>(100).fill(1)]));
    expect(line.notes).toEqual([
      'resampled from 1000 to 500 Hz',
      '48 ms late, because resampling looks ahead',
      '150 samples of the signal are missing: it was interrupted',
    ]);
  });
});

describe('a buffer of instants', () => {
  it('makes packets of a fixed number, whatever pieces come', () => {
    const packets: number[][] = [];
    const buffer = new InstantBuffer(2, 3, (packet) => packets.push([...packet]));
    for (const piece of [
      [1, 2],
      [3, 4, 5, 6, 7, 8],
      [9, 10, 11, 12, 13, 14],
    ])
      buffer.push(Float32Array.from(piece));
    expect(packets).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7, 8, 9, 10, 11, 12],
    ]);
  });
});
