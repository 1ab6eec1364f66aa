import { expect, it } from 'vitest';
import { amplitudeRows } from '../../../../src/decoder/features/amplitude-rows.js';

it('finds the amplitude of every channel in the order of the channels', () => {
  expect(amplitudeRows(['a.WL', 'b.WL', 'b.MAV', 'a.MAV'], ['a', 'b'])).toEqual([3, 2]);
  expect(amplitudeRows(['a.RMS', 'b.ZC'], ['a', 'b'])).toEqual([]);
});
