import { expect, it } from 'vitest';
import { RingBuffer } from '../../../../src/ground/signal/ring-buffer.js';
import type { StreamName } from '../../../../src/protocol/stream-kind.js';
import { StillPicture } from '../../../../web/panels/signals/still-picture.js';

/** 4000 samples held, 1000 to 5000, on a picture of 1000. */
function running() {
  const ring = new RingBuffer(1, 4000);
  ring.push({ index: 0, channels: 1, length: 5000, data: Float32Array.from({ length: 5000 }, (_, i) => i) });
  return new Map<StreamName, RingBuffer>([['raw', ring]]);
}

it('stands still while the signal runs on', () => {
  const samples = running();
  const still = new StillPicture(samples, 5000);
  samples.get('raw')?.push({ index: 5000, channels: 1, length: 3000, data: new Float32Array(3000).fill(-1) });
  expect(still.rings.get('raw')?.at(0, 1500)).toBe(1500);
  expect(still.rings.get('raw')?.end).toBe(5000);
});

it('steps by a fifth, never past what is held', () => {
  const still = new StillPicture(running(), 5000);
  still.step(-1, 1000);
  expect(still.end).toBe(4800);
  still.step(1, 1000);
  still.step(1, 1000);
  expect(still.end).toBe(5000);
  for (let i = 0; i < 40; i++) still.step(-1, 1000);
  expect(still.end).toBe(2000);
});

it('brings a stretch to the middle and marks all of it', () => {
  const still = new StillPicture(running(), 5000);
  expect(still.band(1000)).toBeUndefined();
  still.show({ from: 3000, to: 3200 }, 1000);
  expect(still.end).toBe(3600);
  expect(still.band(1000)?.left).toBeCloseTo(40);
  expect(still.band(1000)?.width).toBeCloseTo(20);
});

it('marks a stretch near the newest sample where it lies, and none that is off the picture', () => {
  const still = new StillPicture(running(), 5000);
  still.show({ from: 4900, to: 5000 }, 1000);
  expect(still.end).toBe(5000);
  expect(still.band(1000)?.left).toBeCloseTo(90);
  for (let i = 0; i < 10; i++) still.step(-1, 1000);
  expect(still.band(1000)).toBeUndefined();
});

it('knows what it holds', () => {
  const still = new StillPicture(running(), 5000);
  expect(still.holds({ from: 1000, to: 1200 })).toBe(true);
  expect(still.holds({ from: 999, to: 1199 })).toBe(false);
  expect(still.holds({ from: 4900, to: 5100 })).toBe(false);
});
