import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RandomStream } from '../../src/ground/signal/random.js';
import { createAddKernel, type KernelKind } from '../../src/body/synthesis/kernel/add-kernel.js';

/** One line of the kernel's table: nanoseconds to add one template of every channel. */
export interface KernelTiming {
  readonly name: 'C -O3 -march=native' | 'WebAssembly SIMD' | 'JavaScript reference';
  readonly units: number;
  readonly nsMin: number;
  readonly nsMean: number;
  readonly nsSd: number;
  /** Against C in the same run; NaN without a compiler. */
  readonly timesC: number;
}

const CHANNELS = 16;
const LENGTH = 60;
const POSITIONS = 640;
const EVENTS = 4096;
const ROUNDS = 15;

/** Time per add (one discharge: 16 channels × 60 samples) with one hot unit and with 300 units. */
export function benchKernel(): KernelTiming[] {
  const rows: KernelTiming[] = [];
  for (const units of [1, 300]) {
    const native = timeC(units);
    const c = native ? Math.min(...native) : NaN;
    if (native) rows.push(summary('C -O3 -march=native', units, native, c));
    rows.push(summary('WebAssembly SIMD', units, timeKernel('wasm', units, 40), c));
    rows.push(summary('JavaScript reference', units, timeKernel('reference', units, 4), c));
  }
  return rows;
}

function summary(name: KernelTiming['name'], units: number, ns: number[], c: number): KernelTiming {
  const nsMean = ns.reduce((sum, x) => sum + x, 0) / ns.length;
  const nsSd = Math.sqrt(ns.reduce((sum, x) => sum + (x - nsMean) ** 2, 0) / ns.length);
  const nsMin = Math.min(...ns);
  return { name, units, nsMin, nsMean, nsSd, timesC: nsMin / c };
}

function timeKernel(kind: KernelKind, units: number, repeats: number): number[] {
  const stride = POSITIONS + LENGTH + 4;
  const pairs = units * CHANNELS;
  const pairOffset = 4 * (units + 1);
  const events = pairOffset + 4 * pairs;
  const accumulators = (events + 8 * EVENTS + 63) & ~63;
  const data = accumulators + 4 * stride * CHANNELS;
  const bytes = data + 4 * pairs * LENGTH;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const words = new Int32Array(memory.buffer);
  const floats = new Float32Array(memory.buffer);
  const random = new RandomStream(1, 'bench/kernel');
  for (let u = 0; u <= units; u++) words[u] = u * CHANNELS;
  for (let p = 0; p < pairs; p++) words[(pairOffset >> 2) + p] = 4 * stride * (p % CHANNELS);
  for (let e = 0; e < EVENTS; e++) {
    words[(events >> 2) + 2 * e] = random.integer(units);
    words[(events >> 2) + 2 * e + 1] = 4 * random.integer(POSITIONS);
  }
  for (let i = 0; i < pairs * LENGTH; i++) floats[(data >> 2) + i] = 1e-6 * random.normal();
  const add = createAddKernel(memory, kind);
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let r = 0; r < repeats; r++) add(events, EVENTS, 0, pairOffset, data, 4 * LENGTH, accumulators);
    return ((performance.now() - start) * 1e6) / (repeats * EVENTS);
  });
}

const cSource = `
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
enum { CHANNELS = ${CHANNELS}, LENGTH = ${LENGTH}, POSITIONS = ${POSITIONS}, EVENTS = ${EVENTS}, STRIDE = POSITIONS + LENGTH + 4 };
static float acc[CHANNELS * STRIDE];
static int unit[EVENTS], at[EVENTS], channel[CHANNELS];
__attribute__((noinline)) static void add(float *restrict a, const float *restrict bank) {
  for (int e = 0; e < EVENTS; e++)
    for (int c = 0; c < CHANNELS; c++) {
      float *restrict to = a + channel[c] * STRIDE + at[e];
      const float *restrict from = bank + (unit[e] * CHANNELS + c) * LENGTH;
      for (int i = 0; i < LENGTH; i++) to[i] += from[i];
    }
}
int main(int argc, char **argv) {
  int units = argc > 1 ? atoi(argv[1]) : 1;
  float *bank = aligned_alloc(64, ((size_t)units * CHANNELS * LENGTH * 4 + 63) / 64 * 64);
  for (int i = 0; i < units * CHANNELS * LENGTH; i++) bank[i] = 1e-6f * (rand() % 1000 - 500);
  for (int c = 0; c < CHANNELS; c++) channel[c] = c;
  for (int e = 0; e < EVENTS; e++) { unit[e] = rand() % units; at[e] = rand() % POSITIONS; }
  for (int round = 0; round < ${ROUNDS}; round++) {
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    for (int r = 0; r < 40; r++) add(acc, bank);
    clock_gettime(CLOCK_MONOTONIC, &b);
    printf("%f\\n", ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / (40.0 * EVENTS));
  }
  return acc[5] == 12345.0f;
}
`;

/** The same work in C, compiled on the spot; undefined where there is no compiler. */
function timeC(units: number): number[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'add-kernel-'));
  try {
    const source = join(folder, 'add.c');
    const program = join(folder, 'add');
    writeFileSync(source, cSource);
    if (spawnSync('cc', ['-O3', '-march=native', source, '-o', program]).status !== 0) return undefined;
    const run = spawnSync(program, [String(units)], { encoding: 'utf8' });
    return run.status === 0 ? run.stdout.trim().split('\n').map(Number) : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(benchKernel());
