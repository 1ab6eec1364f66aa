import { expect, it } from 'vitest';
import { disturbanceFields } from '../../../../src/body/synthesis/disturbances/disturbance-fields.js';
import { intentFields } from '../../../../src/body/intent/intent-fields.js';
import { sectionsOf } from '../../../../web/panels/dials/subheadings.js';

it.each([
  ['disturbances', disturbanceFields],
  ['intent', intentFields],
])('every field of %s stands below a heading that names it', (path, fields) => {
  const names = Object.keys(fields);
  const sections = sectionsOf(path, names);
  expect(sections.map(({ heading }) => heading)).not.toContain('Other');
  expect(sections.flatMap((section) => section.names).sort()).toEqual([...names].sort());
});

it('leaves other groups in one row, headings without fields out, and unknown fields to the end', () => {
  expect(sectionsOf('limb', ['a', 'b'])).toEqual([{ heading: '', names: ['a', 'b'] }]);
  expect(sectionsOf('disturbances', ['new', 'ecgUv'])).toEqual([
    { heading: 'Heart', names: ['ecgUv'] },
    { heading: 'Other', names: ['new'] },
  ]);
});
