import { createBlock } from '../../ground/signal/sample-block.js';
import { FilterChain } from '../filters/filter-chain.js';
import { Windower } from '../window.js';
import { floatText } from './c-number.js';
import { tableText } from './c-source.js';
import type { ExportableDecoder } from './exportable.js';

/** Decisions that the test makes. */
const DECISIONS = 24;
/** Loudness of the noise, as shares of the loudest contraction of training, and how many of them there are. */
const levels = [0.02, 0.25, 0.6, 1, 2] as const;

/**
 * The part of the C file that checks it: noise that C and we make alike, bit for bit, and what we decide on it.
 *
 * The noise is a 32-bit linear congruential generator (Knuth & Lewis), whose upper 16 bits are scaled and smoothed to the
 * band of EMG in single precision. Its loudness changes by channel and window, so that several classes come up.
 */
export function testText({ decoder, control, length, step }: ExportableDecoder): string {
  const { sampleRateHz, channelNames } = decoder.signal;
  const channels = channelNames.length;
  const samples = length + (DECISIONS - 1) * step;
  const loudest = control.settings.speeds?.max.reduce((most, one) => Math.max(most, one), 0) ?? 0;
  // A first-order low-pass at 100 Hz, and what it leaves of the amplitude of white noise.
  const follow = Math.fround(Math.min(1, (2 * Math.PI * 100) / sampleRateHz));
  const left = Math.sqrt(follow / (2 - follow));
  // Uniform noise within ± a has the mean absolute value a / 2.
  const full = (2 * (loudest > 0 ? loudest : channels * 1e-4)) / channels / left;
  const scales = levels.map((level) => Math.fround((level * full) / 32768));
  const signal = createBlock(0, sampleRateHz, channels, samples);
  let state = 1;
  for (let i = 0; i < samples; i++)
    for (let c = 0; c < channels; c++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const level = (Math.floor(i / length) * 3 + c * (1 + (Math.floor(i / length) % 3))) % levels.length;
      const white = Math.fround(((state >>> 16) - 32768) * (scales[level] ?? 0));
      const before = i > 0 ? (signal.data[c * samples + i - 1] ?? 0) : 0;
      signal.data[c * samples + i] = before + Math.fround(follow * Math.fround(white - before));
    }
  const chain = new FilterChain(decoder.filters, sampleRateHz, channels);
  const classes: number[] = [];
  const posteriors: number[] = [];
  let features: Float64Array = new Float64Array(0);
  const windower = new Windower(decoder.spec, sampleRateHz, channels);
  windower.push(chain.process(signal), (window) => {
    const { smoothed, posterior } = decoder.decide(window);
    features = decoder.observe(window).values;
    classes.push(smoothed);
    posteriors.push(...posterior);
  });
  return `
#ifdef MYODESIS_TEST
#include <stdio.h>

/* The state is as large as is said above. */
typedef char state_is_as_said[sizeof s == MYODESIS_STATE_BYTES ? 1 : -1];

${tableText(`float levels[${levels.length}]`, scales.map(floatText), 'loudness of the noise')}

${tableText(`int expected[${classes.length}]`, classes.map(String), 'what myodesis decides on it')}

${tableText(`float posteriors[${posteriors.length}]`, posteriors.map(floatText), 'decisions x classes')}

${tableText(`float last_features[${features.length}]`, Array.from(features, floatText), 'as the model sees them, of the last window')}

/* Exit code 0 where this file decides as myodesis does. Rounding may flip a count, so that a few numbers may differ. */
int main(void) {
  unsigned long state = 1;
  long i;
  int c, k, n = 0, apart = 0, others = 0, strayed = 0;
  float volts[MYODESIS_CHANNELS] = {0.0f};
  float worst = 0.0f;
  for (i = 0; i < ${samples}; i++) {
    const int part = (int)(i / LENGTH);
    for (c = 0; c < MYODESIS_CHANNELS; c++) {
      state = (state * 1664525UL + 1013904223UL) & 0xffffffffUL;
      const float white = (float)((long)(state >> 16) - 32768L) * levels[(part * 3 + c * (1 + part % 3)) % ${levels.length}];
      volts[c] += ${floatText(follow)} * (white - volts[c]);
    }
    if (myodesis_sample(volts) == MYODESIS_NONE) continue;
    for (k = 0; k < MYODESIS_CLASSES; k++) {
      const float off = fabsf(s.decision.posterior[k] - posteriors[n * MYODESIS_CLASSES + k]);
      if (off > worst) worst = off;
      if (off > 5e-2f) {
        apart++;
        break;
      }
    }
    if (s.decision.decided != expected[n]) others++;
    n++;
  }
  for (k = 0; k < FEATURES; k++)
    if (!(fabsf(s.features[k] - last_features[k]) <= 1e-2f * (1.0f + fabsf(last_features[k])))) strayed++;
  printf("%d decisions, %d others, %d posteriors apart by up to %g, %d of %d features apart\\n", n, others, apart,
         (double)worst, strayed, FEATURES);
  return n == ${classes.length} && others <= 1 && apart <= 2 && strayed <= 1 ? 0 : 1;
}
#endif
`;
}
