import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';

function runs(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The C compiler of this machine; undefined, and said loudly, where there is none. */
export const cCompiler = ['cc', 'gcc', 'clang'].find(runs);
if (cCompiler === undefined)
  console.warn(
    'NO C COMPILER (cc, gcc, clang) IS FOUND: exported C is neither compiled nor run by these tests.',
  );

const strict = ['-std=c99', '-Wall', '-Wextra', '-Werror', '-pedantic', '-O1'];

/** The C++ compiler, by which operations are counted. */
export const cppCompiler = ['c++', 'g++', 'clang++'].find(runs);

/** What an exported decoder decides on one window. */
export interface CDecision {
  readonly decided: number;
  readonly predicted: number;
  readonly rejected: boolean;
  readonly confidence: number;
  readonly speed: number;
  readonly posterior: readonly number[];
}

/** Runs exported C in a folder of its own. */
export class CDecoder {
  private readonly folder = mkdtempSync(join(tmpdir(), 'myodesis-c-'));

  constructor(readonly text: string) {
    writeFileSync(join(this.folder, 'decoder.c'), text);
  }

  /** Let the file check itself. @returns what it says; throws where it does not compile or does not pass */
  selfTest(): string {
    this.compile('self', '-DMYODESIS_TEST', 'decoder.c');
    return execFileSync(join(this.folder, 'self'), { encoding: 'utf8' });
  }

  /** Decisions on a signal, as somebody else's program gets them, which includes the file for its declarations. */
  decide({ data, channels, length }: SampleBlock): CDecision[] {
    this.writeSignal(data, channels, length);
    writeFileSync(join(this.folder, 'main.c'), host);
    this.compile('host', 'decoder.c', 'main.c');
    const out = execFileSync(join(this.folder, 'host'), [join(this.folder, 'signal')], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return out
      .trim()
      .split('\n')
      .map((line) => {
        const [decided = 0, predicted = 0, rejected, confidence = 0, speed = 0, ...posterior] = line
          .split(' ')
          .map(Number);
        return { decided, predicted, rejected: rejected === 1, confidence, speed, posterior };
      });
  }

  /** Operations and calls that C++ counts, of a sample without a decision and, at most, of a decision beside. */
  work({ data, channels, length }: SampleBlock): number[] {
    this.writeSignal(data, channels, length);
    writeFileSync(join(this.folder, 'counting.cpp'), counting);
    const options = { cwd: this.folder, encoding: 'utf8', stdio: 'pipe' } as const;
    execFileSync(cppCompiler ?? 'c++', ['-w', 'counting.cpp', '-o', 'counting', '-lm'], options);
    return execFileSync(join(this.folder, 'counting'), ['signal'], options).trim().split(' ').map(Number);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  /** The signal as a program reads it: all channels of the first sample, then of the next. */
  private writeSignal(data: Float32Array, channels: number, length: number): void {
    const samples = new Float32Array(data.length);
    for (let i = 0; i < length; i++)
      for (let c = 0; c < channels; c++) samples[i * channels + c] = data[c * length + i] ?? 0;
    writeFileSync(join(this.folder, 'signal'), samples);
  }

  private compile(program: string, ...files: string[]): void {
    execFileSync(cCompiler ?? 'cc', [...strict, ...files, '-o', program, '-lm'], {
      cwd: this.folder,
      stdio: 'pipe',
    });
  }
}

const host = `
#define MYODESIS_DECLARATIONS
#include "decoder.c"
#include <stdio.h>

int main(int count, char **arguments) {
  float volts[MYODESIS_CHANNELS];
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  int k;
  if (!file) return 1;
  while (fread(volts, sizeof *volts, MYODESIS_CHANNELS, file) == MYODESIS_CHANNELS) {
    const myodesis_decision *d = myodesis_latest();
    if (myodesis_sample(volts) == MYODESIS_NONE) continue;
    printf("%d %d %d %.9g %.9g", d->decided, d->predicted, d->rejected, (double)d->confidence, (double)d->speed);
    for (k = 0; k < MYODESIS_CLASSES; k++) printf(" %.9g", (double)d->posterior[k]);
    printf("\\n");
  }
  fclose(file);
  return 0;
}
`;

/** The decoder with numbers that count what is done with them. */
const counting = `
#include <math.h>
#include <stdio.h>
static long operations, calls;
struct Real {
  float v;
  Real() = default;
  Real(float x) : v(x) {}
  Real(double x) : v((float)x) {}
  Real(int x) : v((float)x) {}
  Real operator-() const { return Real(-v); }
  Real &operator+=(Real b) { operations++; v += b.v; return *this; }
  Real &operator-=(Real b) { operations++; v -= b.v; return *this; }
  Real &operator*=(Real b) { operations++; v *= b.v; return *this; }
  Real &operator/=(Real b) { operations++; v /= b.v; return *this; }
};
#define DO(op) static Real operator op(Real a, Real b) { operations++; return Real(a.v op b.v); }
DO(+) DO(-) DO(*) DO(/)
#define ASK(op) static bool operator op(Real a, Real b) { return a.v op b.v; }
ASK(<) ASK(>) ASK(<=) ASK(>=) ASK(==) ASK(!=)
#define CALL(f) static Real f(Real a) { calls++; return Real(f(a.v)); }
CALL(sqrtf) CALL(expf) CALL(logf) CALL(tanhf)
static Real fabsf(Real a) { return Real(fabsf(a.v)); }
#define float Real
#include "decoder.c"

int main(int, char **arguments) {
  float volts[MYODESIS_CHANNELS];
  long sample = 0, most = 0, most_calls = 0;
  FILE *file = fopen(arguments[1], "rb");
  while (fread(volts, sizeof *volts, MYODESIS_CHANNELS, file) == MYODESIS_CHANNELS) {
    operations = calls = 0;
    if (myodesis_sample(volts) == MYODESIS_NONE) sample = operations;
    else {
      if (operations - sample > most) most = operations - sample;
      if (calls > most_calls) most_calls = calls;
    }
  }
  printf("%ld %ld %ld\\n", sample, most, most_calls);
  return 0;
}
`;
