import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFrame, encodeFrame, HEADER_BYTES } from '../../../src/protocol/frame.js';
import { streamNames } from '../../../src/protocol/stream-kind.js';
import { ProtocolError } from '../../../src/ground/signal/errors.js';

describe('frames', () => {
  it('survive a round trip', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...streamNames),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 2 ** 52 }),
        (stream, channels, length, index) => {
          const data = Float32Array.from({ length: channels * length }, (_, i) => i / 3);
          const frame = decodeFrame(encodeFrame(stream, { channels, length, index, data }, 1234.5));
          expect({ ...frame, data: [...frame.data] }).toEqual({
            stream,
            channels,
            length,
            index,
            sentAt: 1234.5,
            data: [...data],
          });
        },
      ),
    );
  });

  it('are read without a copy', () => {
    const bytes = encodeFrame('raw', { channels: 1, length: 4, index: 0, data: new Float32Array(4) }, 0);
    expect(decodeFrame(bytes).data.buffer).toBe(bytes.buffer);
    expect(HEADER_BYTES % 4).toBe(0);
  });

  it('are read at odd offsets too', () => {
    const bytes = encodeFrame('raw', { channels: 1, length: 2, index: 5, data: Float32Array.of(1, 2) }, 0);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect([...decodeFrame(shifted.subarray(1)).data]).toEqual([1, 2]);
  });

  it('never crash a reader: anything else is a ProtocolError', () => {
    const header = fc
      .record({
        kind: fc.integer({ min: 0, max: 12 }),
        version: fc.integer({ min: 0, max: 2 }),
        channels: fc.integer({ min: 0, max: 0xffff }),
        length: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 0xffff_ffff })),
        bytes: fc.integer({ min: 0, max: 64 }),
      })
      .map(({ kind, version, channels, length, bytes }) => {
        const view = new DataView(new ArrayBuffer(HEADER_BYTES + bytes));
        view.setUint8(0, kind);
        view.setUint8(1, version);
        view.setUint16(2, channels, true);
        view.setUint32(4, length, true);
        return new Uint8Array(view.buffer);
      });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), header), (bytes) => {
        try {
          decodeFrame(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
    const bytes = encodeFrame('raw', { channels: 2, length: 2, index: 0, data: new Float32Array(4) }, 0);
    expect(() => decodeFrame(bytes.subarray(0, 30))).toThrow(/expected 40/);
    bytes[1] = 9;
    expect(() => decodeFrame(bytes)).toThrow(/version 9/);
  });

  it('are whole, or not made', () => {
    const data = new Float32Array(4);
    expect(() => encodeFrame('raw', { channels: 2, length: 3, index: 0, data }, 0)).toThrow(/got 4 values/);
    expect(() => encodeFrame('raw', { channels: 1, length: 3, index: 0, data }, 0)).toThrow(RangeError);
    expect(() => encodeFrame('raw', { channels: 65_536, length: 0, index: 0, data }, 0)).toThrow(RangeError);
  });
});
