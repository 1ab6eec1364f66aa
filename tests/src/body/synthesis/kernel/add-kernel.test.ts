import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import wabt from 'wabt';
import { RandomStream } from '../../../../../src/ground/signal/random.js';
import {
  addKernelBytes,
  createAddKernel,
  type KernelKind,
} from '../../../../../src/body/synthesis/kernel/add-kernel.js';

const source = new URL('../../../../../src/body/synthesis/kernel/add-kernel.wat', import.meta.url);

/** Memory of random templates and accumulators after a kernel has added random events. */
function added(kind: KernelKind, length: number, channels: number, units: number, seed: number): Uint32Array {
  const random = new RandomStream(seed, 'tests/add-kernel');
  const memory = new WebAssembly.Memory({ initial: 4 });
  const words = new Int32Array(memory.buffer);
  const floats = new Float32Array(memory.buffer);
  const stride = 200 + length;
  const count = 50;
  const starts = [0];
  const channelOf: number[] = [];
  for (let u = 0; u < units; u++) {
    for (let c = 0; c < channels; c++) if (random.uniform() < 0.6) channelOf.push(c);
    starts.push(channelOf.length);
  }
  const pairOffset = 4 * starts.length;
  const events = pairOffset + 4 * channelOf.length;
  const accumulators = events + 8 * count;
  const data = accumulators + 4 * stride * channels;
  words.set(starts, 0);
  words.set(
    channelOf.map((c) => 4 * c * stride),
    pairOffset >> 2,
  );
  for (let e = 0; e < count; e++)
    words.set([random.integer(units), 4 * random.integer(200)], (events >> 2) + 2 * e);
  for (let i = 0; i < channelOf.length * length; i++) floats[(data >> 2) + i] = 1e-4 * random.normal();
  for (let i = 0; i < stride * channels; i++) floats[(accumulators >> 2) + i] = 1e-4 * random.normal();
  createAddKernel(memory, kind)(events, count, 0, pairOffset, data, 4 * length, accumulators);
  return new Uint32Array(memory.buffer);
}

describe('add kernel', () => {
  it('is the assembled source, byte for byte', async () => {
    const { parseWat } = await wabt();
    const { buffer } = parseWat('add-kernel.wat', readFileSync(source, 'utf8'), { simd: true }).toBinary({
      write_debug_names: false,
    });
    expect(Buffer.from(addKernelBytes()).toString('hex')).toBe(Buffer.from(buffer).toString('hex'));
  });

  it('compiles synchronously in browsers, which allow 4 kB', () => {
    expect(addKernelBytes().length).toBeLessThan(4096);
  });

  it('gives the bits of the reference for any shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 7 }),
        fc.nat(),
        (quarters, channels, units, seed) => {
          const wasm = added('wasm', 4 * quarters, channels, units, seed);
          const reference = added('reference', 4 * quarters, channels, units, seed);
          expect(Buffer.compare(Buffer.from(wasm.buffer), Buffer.from(reference.buffer))).toBe(0);
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  });

  it('adds something', () => {
    expect(added('wasm', 60, 4, 3, 1)).not.toEqual(added('wasm', 60, 4, 3, 2));
  });

  describe('where WebAssembly may not compile', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('falls back to the reference unless told not to', async () => {
      vi.resetModules();
      const refuse = class {
        constructor() {
          throw new WebAssembly.CompileError('blocked by the security policy');
        }
      };
      vi.stubGlobal('WebAssembly', Object.assign(Object.create(WebAssembly), { Module: refuse }));
      const fresh = await import('../../../../../src/body/synthesis/kernel/add-kernel.js');
      const memory = new WebAssembly.Memory({ initial: 1 });
      const floats = new Float32Array(memory.buffer);
      const words = new Int32Array(memory.buffer);
      // One unit with one pair of four samples at byte 64; accumulators at byte 128.
      words.set([0, 1, 0, 0, 4], 0);
      floats.set([1, 2, 3, 4], 16);
      fresh.createAddKernel(memory)(12, 1, 0, 8, 64, 16, 128);
      expect([...floats.subarray(32, 38)]).toEqual([0, 1, 2, 3, 4, 0]);
      expect(() => fresh.createAddKernel(memory, 'wasm')).toThrow(/security policy/);
    });
  });
});
