import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import { REACH, readBetween } from '../../../../web/panels/sound/between-samples.js';
import { Loudness } from '../../../../web/panels/sound/loudness.js';
import { fade, SoundCourse, type Stretch } from '../../../../web/panels/sound/sound-course.js';

const STREAM_HZ = 2000;
const AUDIO_HZ = 48_000;
const TONE_HZ = 130;
const wave = (sample: number): number => Math.sin((2 * Math.PI * TONE_HZ * sample) / STREAM_HZ);

/** A ring that holds a tone up to a sample. */
function toneRing(to: number, ring = new RingBuffer(1, 40 * STREAM_HZ)): RingBuffer {
  const from = ring.end;
  const data = Float32Array.from({ length: to - from }, (_, i) => wave(from + i));
  ring.push({ index: from, channels: 1, length: to - from, data });
  return ring;
}

/** What is heard of a stream whose blocks arrive when `arrived` says: samples there by a time in seconds. */
function heard(seconds: number, arrived: (time: number) => number, audioPerWallSecond = AUDIO_HZ) {
  const course = new SoundCourse(STREAM_HZ, AUDIO_HZ);
  const out = new Float32Array(Math.ceil(seconds * AUDIO_HZ * 1.1));
  const stretches: Stretch[] = [];
  const ring = toneRing(0);
  for (let time = 0; time < seconds; time += 0.05) {
    const end = arrived(time);
    if (end < 2 * REACH) continue;
    toneRing(end, ring);
    const stretch = course.next(ring, Math.round(time * audioPerWallSecond), 0.25);
    if (!stretch) continue;
    stretches.push(stretch);
    const sound = new Float32Array(stretch.frames);
    readBetween(ring, 0, stretch.from, stretch.step, sound);
    fade(sound, course.overlap);
    sound.forEach((value, n) => (out[stretch.at + n] = (out[stretch.at + n] ?? 0) + value));
  }
  return { out, stretches };
}

/** Largest bend of a sound between two frames: a click bends it far more than a tone does. */
function bend(sound: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let n = from + 2; n < to; n++)
    most = Math.max(
      most,
      Math.abs((sound[n] as number) - 2 * (sound[n - 1] as number) + (sound[n - 2] as number)),
    );
  return most;
}
const toneBend = ((2 * Math.PI * TONE_HZ) / AUDIO_HZ) ** 2;
const live = (time: number): number => 20 * Math.floor((time * STREAM_HZ) / 20);

describe('a signal read between its samples', () => {
  it('is the tone that was sampled, also far above the rate of the stream', () => {
    const out = new Float32Array(2400);
    readBetween(toneRing(400), 0, 100.25, STREAM_HZ / AUDIO_HZ, out);
    const worst = Math.max(
      ...out.map((value, n) => Math.abs(value - wave(100.25 + (n * STREAM_HZ) / AUDIO_HZ))),
    );
    expect(worst).toBeLessThan(0.01);
  });

  it('is silent where samples were lost', () => {
    const ring = toneRing(200);
    ring.push({ index: 400, channels: 1, length: 200, data: new Float32Array(200).fill(1) });
    const out = new Float32Array(100);
    readBetween(ring, 0, 250, 1, out);
    expect([...out].every((value) => value === 0)).toBe(true);
  });
});

describe('the course of the sound', () => {
  it('goes on without a click from stretch to stretch', () => {
    const { out, stretches } = heard(4, live);
    expect(stretches.length).toBeGreaterThan(40);
    const from = (stretches[1]?.at ?? 0) + 240;
    const to = (stretches.at(-1)?.at ?? 0) - 240;
    expect(to - from).toBeGreaterThan(2.5 * AUDIO_HZ);
    expect(bend(out, from, to)).toBeLessThan(1.1 * toneBend);
    // It is there all the time, as loud as it was.
    for (let n = from; n + 480 < to; n += 480)
      expect(Math.max(...out.subarray(n, n + 480))).toBeGreaterThan(0.9);
  });

  it('keeps up with a clock that is not that of the stream', () => {
    for (const audioHz of [AUDIO_HZ * 1.001, AUDIO_HZ * 0.999]) {
      const { out, stretches } = heard(12, live, audioHz);
      const from = (stretches[1]?.at ?? 0) + 240;
      const to = (stretches.at(-1)?.at ?? 0) - 240;
      expect(bend(out, from, to)).toBeLessThan(1.1 * toneBend);
      expect(Math.abs((stretches.at(-1)?.at ?? 0) / audioHz - 12 - 0.25)).toBeLessThan(0.2);
    }
  });

  it('fades away where the stream stops, is silent, and comes back by fading in', () => {
    const { out, stretches } = heard(4, (time) => live(time < 1 ? time : time < 2.5 ? 1 : time - 1.5));
    expect(bend(out, 0, out.length)).toBeLessThan(0.02);
    const gap = out.subarray(1.6 * AUDIO_HZ, 2.4 * AUDIO_HZ);
    expect(gap.every((value) => value === 0)).toBe(true);
    expect(stretches.at(-1)?.at).toBeGreaterThan(3.5 * AUDIO_HZ);
  });

  it('leaves out what comes all at once too late, so that it is not late for ever', () => {
    const { out, stretches } = heard(8, (time) => live(time < 2 || time > 5 ? time : 2));
    const last = stretches.at(-1);
    const late = (last?.at ?? 0) / AUDIO_HZ - (last?.from ?? 0) / STREAM_HZ;
    expect(late).toBeLessThan(0.8);
    expect(bend(out, 0, out.length)).toBeLessThan(0.02);
  });

  it('begins anew with another patient, whose samples are counted from nought', () => {
    const course = new SoundCourse(STREAM_HZ, AUDIO_HZ);
    expect(course.next({ start: 0, end: 9000 }, 0, 0.25)?.from).toBeGreaterThan(8900);
    expect(course.next({ start: 0, end: 200 }, 2400, 0.25)?.from).toBeLessThan(200);
    expect(course.next({ start: 0, end: 5 }, 4800, 0.25)).toBeUndefined();
  });
});

describe('loudness', () => {
  it('lets the loudest moment have all the room, and rest be quieter for a while', () => {
    const loudness = new Loudness();
    const loud = loudness.gain(2e-3, 0.05);
    expect(loud * 2e-3).toBeCloseTo(0.7);
    expect(loudness.gain(1e-4, 0.05) / loud).toBeLessThan(1.01);
    for (let i = 0; i < 2000; i++) loudness.gain(1e-4, 0.05);
    expect(loudness.gain(1e-4, 0.05) * 1e-4).toBeCloseTo(0.7);
  });

  it('never makes silence loud', () => {
    const loudness = new Loudness();
    expect(loudness.gain(0, 1)).toBeLessThanOrEqual(0.7 / 20e-6);
  });
});
