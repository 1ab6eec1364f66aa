import type { DialRow } from './dial-row.js';
import { disturbanceRows } from './disturbance-rows.js';
import { electrodeRows } from './electrode-rows.js';
import { intentRows } from './intent-rows.js';
import { limbRows } from './limb-rows.js';
import { motorUnitRows } from './motor-unit-rows.js';
import { muscleRows } from './muscle-rows.js';
import { personRows } from './person-rows.js';
import { surgeryRows } from './surgery-rows.js';
import { testToneRows } from './test-tone-rows.js';

/** One row for every field of the body. */
export const dialRows: readonly DialRow[] = [
  ...limbRows,
  ...surgeryRows,
  ...muscleRows,
  ...motorUnitRows,
  ...electrodeRows,
  ...disturbanceRows,
  ...intentRows,
  ...personRows,
  ...testToneRows,
];
