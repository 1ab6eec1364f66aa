import { expect, it } from 'vitest';
import { ColumnRing } from '../../../../web/data/column-ring.js';
import { OwnTrace } from '../../../../web/panels/calibration/own-trace.js';
import { strongestCourses } from '../../../../web/panels/calibration/strongest-courses.js';

it('keeps what was done of a prompt, once, and begins anew with the next one', () => {
  const trace = new OwnTrace();
  for (const elapsed of [0, 0.1, 0.1, 0.2]) trace.add({ elapsed, level: elapsed });
  expect(trace.course.map(({ seconds }) => seconds)).toEqual([0, 0.1, 0.2]);
  trace.add({ elapsed: 0, level: 0.5 });
  expect(trace.course).toEqual([{ seconds: 0, strength: 0.5 }]);
});

const columns = (values: readonly (readonly number[])[], indices: readonly number[]): ColumnRing => {
  const ring = new ColumnRing(values[0]?.length ?? 0, 10);
  values.forEach((column, i) =>
    ring.push(
      { channels: column.length, length: 1, index: indices[i] ?? 0, data: Float32Array.from(column) },
      1,
    ),
  );
  return ring;
};

it('chooses the channels that changed most, in their order, each moment at its own time', () => {
  const ring = columns(
    [0, 1, 2].map((step) => [5, 3 * step, 0, step]),
    [100, 150, 200],
  );
  expect(strongestCourses(ring, [0, 1, 2, 3], 100, 2)).toEqual([
    { channel: 1, path: 'M0.0 30.0L50.0 15.5L100.0 1.0' },
    { channel: 3, path: 'M0.0 30.0L50.0 25.2L100.0 20.3' },
  ]);
});

it('leaves out what is too old, of another beginning, or no number', () => {
  const path = 'M50.0 30.0L100.0 1.0';
  expect(strongestCourses(columns([[9], [1], [2]], [0, 950, 1000]), [0], 100, 1)).toEqual([
    { channel: 0, path },
  ]);
  expect(strongestCourses(columns([[9], [1], [2]], [5000, 0, 50]), [0], 100, 1)).toEqual([
    { channel: 0, path },
  ]);
  expect(strongestCourses(columns([[-2], [NaN], [-1]], [0, 25, 50]), [0], 100, 1)).toEqual([
    { channel: 0, path },
  ]);
  expect(strongestCourses(columns([[1]], [0]), [0], 100, 1)).toEqual([]);
});
