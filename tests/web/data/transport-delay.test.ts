import { expect, it } from 'vitest';
import { TransportDelay } from '../../../web/data/transport-delay.js';

it('is not told before it was measured, and then without what waited for the page to begin', () => {
  const delay = new TransportDelay();
  expect(delay.ms).toBeNaN();
  // Two seconds of blocks waited, each with frames of four streams, and are read at once.
  for (let block = 0; block < 100; block++)
    for (let stream = 0; stream < 4; stream++) delay.came(20 * block, 2000 + block / 10);
  expect(delay.ms).toBeNaN();
  for (let block = 101; block < 106; block++) {
    delay.came(20 * block, 20 * block + 4);
    delay.came(20 * block, 20 * block + 5);
  }
  expect(delay.ms).toBe(4);
});

it('follows what is typical within a second, and leaves out clocks that are far apart', () => {
  const delay = new TransportDelay();
  for (let block = 0; block < 200; block++)
    delay.came(20 * block, 20 * block + 3 + (block % 10 === 0 ? 80 : 0));
  expect(delay.ms).toBe(3);
  for (let block = 200; block < 250; block++) delay.came(20 * block, 20 * block + 40);
  expect(delay.ms).toBe(40);
  delay.came(1e6, 10);
  delay.came(0, 1e6);
  expect(delay.ms).toBe(40);
  delay.forget();
  expect(delay.ms).toBeNaN();
});
