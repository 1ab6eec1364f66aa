import type { CSource } from './c-source.js';
import type { Section } from '../filters/frequency-response.js';

/** What the signal passes before it is cut into windows. */
export interface FilterSettings {
  readonly channels: number;
  /** Second-order sections of the whole chain, in order. */
  readonly sections: readonly Section[];
  /** What features multiply every sample by. */
  readonly gain: number;
}

/**
 * Write `filtered(c, volts)`: the next sample of a channel through all sections, times the gain.
 *
 * Our chain starts in the steady state of the first sample. Filters are linear, so that is the same as filtering the
 * difference to the first sample from rest, and adding what the chain lets through of a constant. In floats it is better:
 * an electrode's offset of tens of millivolts is gone before it can round a signal of microvolts.
 */
export function writeFilters(source: CSource, { channels, sections, gain }: FilterSettings): void {
  source.define('GAIN', gain, 'features see volts times this');
  source.state('float', 'last', channels, 'the last finite sample, in volts');
  if (sections.length === 0) {
    source.costs('sample', 2 * channels);
    source.code(`
/* A sample that is missing repeats the last one. */
static float filtered(int c, float volts) {
  if (!(volts - volts == 0.0f)) volts = s.last[c];
  s.last[c] = volts;
  return volts * GAIN;
}`);
    return;
  }
  const constant = sections.reduce(
    (share, [b0, b1, b2, , a1, a2]) => (share * (b0 + b1 + b2)) / (1 + a1 + a2),
    1,
  );
  const blocks = Math.abs(constant) < 1e-9;
  source.define('SECTIONS', String(sections.length));
  if (!blocks) source.define('CONSTANT', constant * gain, 'what passes of a constant, times the gain');
  source.table(
    'sections',
    sections.flatMap(([b0, b1, b2, , a1, a2]) => [b0, b1, b2, a1, a2]),
    'second-order sections: b0, b1, b2, a1, a2 of each; a0 is 1',
  );
  source.state('float', 'first', channels, 'the first sample, in volts');
  source.state('int', 'begun', channels);
  source.state('float', 'memory', 2 * channels * sections.length, 'two numbers per section and channel');
  source.costs('sample', channels * (3 + 9 * sections.length + (blocks ? 0 : 2)));
  source.code(`
/*
 * Direct form II transposed. The first sample is taken away from all, so that no offset rings and none costs precision.
 * A sample that is missing (NaN, infinite) repeats the last one, and is 0 where there was none.
 */
static float filtered(int c, float volts) {
  float *memory = s.memory + 2 * SECTIONS * c;
  const float *b = sections;
  float x;
  int k;
  if (!(volts - volts == 0.0f)) volts = s.last[c];
  else if (!s.begun[c]) {
    s.begun[c] = 1;
    s.first[c] = volts;
  }
  s.last[c] = volts;
  x = (volts - s.first[c]) * GAIN;
  for (k = 0; k < SECTIONS; k++, b += 5, memory += 2) {
    const float y = b[0] * x + memory[0];
    memory[0] = b[1] * x - b[3] * y + memory[1];
    memory[1] = b[2] * x - b[4] * y;
    x = y;
  }
  return x${blocks ? '' : ' + CONSTANT * s.first[c]'};
}

/* What is too small to show is 0: denormal numbers are slow on some processors. */
static void silence(void) {
  int i;
  for (i = 0; i < 2 * SECTIONS * MYODESIS_CHANNELS; i++)
    if (fabsf(s.memory[i]) < 1e-30f) s.memory[i] = 0.0f;
}`);
}
