import { expect, it } from 'vitest';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import { dialBody, withField } from './dials/dial-body.js';
import { bend } from './dials/measure.js';

/** Bytes of all typed arrays and items of all lists and maps that an object holds. */
function held(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
  seen.add(value);
  if (ArrayBuffer.isView(value)) return value.byteLength;
  const items = value instanceof Map || value instanceof Set ? [...value.values()] : Object.values(value);
  return items.reduce<number>((sum, item) => sum + 8 + held(item, seen), 0);
}

it('holds the same memory after many changes of templates as after a few', () => {
  const thin = dialBody({ disturbances: { noiseUv: 2, ecgUv: 50, motionUv: 100, liftOffPerMin: 20 } });
  const fat = withField(thin, 'limb.fatThicknessMm', 5);
  const synthesizer = new Synthesizer(thin);
  const changeOften = (times: number): void => {
    for (let n = 0; n < times; n++) {
      synthesizer.intend(bend(0.2 + 0.1 * (n % 4)));
      expect(synthesizer.update(n % 2 ? thin : fat)).toBe('templates');
      synthesizer.next(400);
    }
  };
  changeOften(4);
  const { bytes } = synthesizer;
  const before = held(synthesizer);
  changeOften(20);
  expect(synthesizer.bytes).toBe(bytes);
  expect(Math.abs(held(synthesizer) - before)).toBeLessThan(2000);
});
