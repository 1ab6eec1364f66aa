import { describe, expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import { LiveScore } from '../../../../web/panels/disturbances/live-score.js';
import { Welch } from '../../../../web/panels/spectrum/welch.js';

const RATE = 2000;

describe('Welch estimate', () => {
  it('integrates to the power of a sine and finds its frequency', () => {
    const ring = new RingBuffer(1, 8192);
    const data = Float32Array.from({ length: 8192 }, (_, i) => 3 * Math.sin((2 * Math.PI * 125 * i) / RATE));
    ring.push({ index: 0, channels: 1, length: 8192, data });
    const welch = new Welch(1024);
    expect(welch.estimate(ring, 0, 8, RATE)).toBe(true);
    const power = welch.density.reduce((sum, value) => sum + value, 0) * (RATE / 1024);
    expect(power).toBeCloseTo(4.5, 2);
    expect(welch.medianHz(RATE)).toBeCloseTo(125, -1);
  });

  it('says that it has too little', () => {
    const ring = new RingBuffer(1, 2048);
    ring.push({ index: 0, channels: 1, length: 100, data: new Float32Array(100) });
    expect(new Welch(1024).estimate(ring, 0, 4, RATE)).toBe(false);
  });
});

describe('live score', () => {
  it('does not count while the intent settles', () => {
    const score = new LiveScore(700);
    score.add('rest', 'rest', 0);
    score.add('rest', 'rest', 800);
    score.add('hand-close', 'rest', 900);
    score.add('hand-close', 'rest', 1700);
    expect(score.counted).toBe(2);
    expect(score.share).toBe(0.5);
  });
});
