import type { TrainingRecording } from '../../src/decoder/training/training-windows.js';
import { RandomStream } from '../../src/ground/signal/random.js';
import { createBlock } from '../../src/ground/signal/sample-block.js';

/** Amplitude in volts of each channel for a few movements: noise that a decoder can tell apart. */
export const patterns: Readonly<Record<string, readonly number[]>> = {
  rest: [3e-6, 3e-6, 3e-6, 3e-6],
  'hand-close': [90e-6, 20e-6, 15e-6, 10e-6],
  'hand-open': [15e-6, 90e-6, 10e-6, 20e-6],
  'elbow-flexion': [10e-6, 15e-6, 80e-6, 15e-6],
  'elbow-extension': [20e-6, 10e-6, 15e-6, 80e-6],
};

/** Noise of the given amplitudes; a repetition is a little stronger or weaker than the next. */
export function recording(
  label: string,
  repetition: number,
  { seconds = 2, sampleRateHz = 1000, index = 0, strength = 1 } = {},
): TrainingRecording {
  const amplitudes = patterns[label] ?? [];
  const random = new RandomStream(repetition + 1, `tests/${label}`);
  const length = Math.round(seconds * sampleRateHz);
  const block = createBlock(index, sampleRateHz, amplitudes.length, length);
  const scale = strength * (0.9 + 0.2 * random.uniform());
  amplitudes.forEach((amplitude, c) => {
    for (let i = 0; i < length; i++) {
      // Stronger through the recording, so that proportional speed has a range to learn.
      const rise = label === 'rest' ? 1 : 0.7 + (0.6 * i) / length;
      block.data[c * length + i] = scale * rise * amplitude * random.normal();
    }
  });
  return { label, repetition, signal: block };
}

/** Repetitions of every pattern. */
export function recordings(repetitions = 3, labels = Object.keys(patterns)): TrainingRecording[] {
  return Array.from({ length: repetitions }, (_, r) => labels.map((label) => recording(label, r))).flat();
}
