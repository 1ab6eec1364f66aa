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
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
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
});
