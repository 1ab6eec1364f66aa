import type { Lesson } from '../lesson.js';
import { anybody } from '../patients.js';

export const motorUnit: Lesson<'motor-unit'> = {
  id: 'motor-unit',
  patient: anybody(),
  settings: [
    { id: 'first', effort: 'script', unit: 0 },
    { id: 'middle', effort: 'script', unit: 0.5 },
    { id: 'last', effort: 'script', unit: 1 },
  ],
  seconds: 0.5,
  streams: ['filtered'],
  picture: 'waveforms',
  measure: ({ page }) => {
    const { muap } = page.store;
    const swings = muap?.channels.map((uv) => 1e6 * (Math.max(...uv) - Math.min(...uv))) ?? [];
    return {
      uv: Math.max(...swings),
      recruited: muap?.recruitmentPercent ?? NaN,
      unit: (muap?.unit ?? NaN) + 1,
      heard: swings.filter((swing) => swing > 0.2 * Math.max(...swings)).length,
      channels: swings.length,
    };
  },
  shows: { name: 'uv', unit: 'µV' },
  outcome: ([first, , last]) => {
    const times = (last?.uv ?? NaN) / (first?.uv ?? NaN);
    if (times > 1.5) return 'larger';
    return times < 1 / 1.5 ? 'smaller' : 'alike';
  },
  expected: 'larger',
};
