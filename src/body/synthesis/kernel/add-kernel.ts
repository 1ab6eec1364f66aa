import { addKernelBase64 } from './add-kernel-bytes.js';

/**
 * Adds motor-unit action potentials to channel accumulators; every argument but the counts is a byte address
 * in the kernel's memory. See `add-kernel.wat` for the layout.
 *
 * @param events pairs of i32: unit, byte position within a channel's accumulator
 * @param count number of events
 * @param unitStart i32 per unit and one more: first kept pair of the unit
 * @param pairOffset i32 per pair: byte offset of its channel's accumulator
 * @param data f32 templates, pair after pair
 * @param bytes size of one template, a multiple of 16
 * @param accumulators f32, a stretch of memory per channel
 */
export type AddKernel = (
  events: number,
  count: number,
  unitStart: number,
  pairOffset: number,
  data: number,
  bytes: number,
  accumulators: number,
) => void;

/** `wasm`: WebAssembly SIMD, about ten times faster. `reference`: plain JavaScript with the same bits. */
export type KernelKind = 'wasm' | 'reference';

/** The assembled kernel, 375 bytes. */
export function addKernelBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(addKernelBase64), (char) => char.charCodeAt(0));
}

let compiled: WebAssembly.Module | undefined;

/**
 * The kernel over a memory. Without a kind: WebAssembly where the runtime has SIMD and the page's security
 * policy lets it compile, else the reference, which gives the same bits.
 */
export function createAddKernel(memory: WebAssembly.Memory, kind?: KernelKind): AddKernel {
  if (kind === 'reference') return referenceKernel(memory);
  try {
    // Small enough for browsers, which compile at most 4 kB synchronously on the main thread.
    compiled ??= new WebAssembly.Module(addKernelBytes());
  } catch (error) {
    if (kind === 'wasm' || !(error instanceof WebAssembly.CompileError)) throw error;
    return referenceKernel(memory);
  }
  const { add } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
  return add as AddKernel;
}

/** The same sums in plain JavaScript, rounded to single precision as WebAssembly does. */
export function referenceKernel(memory: WebAssembly.Memory): AddKernel {
  return (events, count, unitStart, pairOffset, data, bytes, accumulators) => {
    // Views are made per call: whoever owns the memory may have grown it, which detaches old ones.
    const words = new Int32Array(memory.buffer);
    const floats = new Float32Array(memory.buffer);
    const length = bytes >> 2;
    for (let event = events >> 2; event < (events >> 2) + 2 * count; event += 2) {
      const start = (unitStart >> 2) + words[event];
      for (let pair = words[start]; pair < words[start + 1]; pair++) {
        const to = (accumulators + words[event + 1] + words[(pairOffset >> 2) + pair]) >> 2;
        const from = (data >> 2) + pair * length;
        for (let i = 0; i < length; i++) floats[to + i] = Math.fround(floats[to + i] + floats[from + i]);
      }
    }
  };
}
