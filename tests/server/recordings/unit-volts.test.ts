import { expect, it } from 'vitest';
import { readRecording } from '../../../server/recordings/read-recording.js';

const inputs = new URL('../../golden/inputs/', import.meta.url).pathname;

/** Volts per number as the file has it: LibEMG's features see those numbers. */
const units: Readonly<Record<string, number | undefined>> = {
  'xdf-unit-millivolts.xdf': 1e-3,
  'xdf-unit-Volt.xdf': 1,
  'xdf-unit-uV.xdf': 1e-6,
  'edf-unit-Volts.edf': 1,
  'edf-unit-uVolt.edf': 1e-6,
  'npz-plain.npz': 1e-6,
  'mat-struct.mat': 1e-6,
  // One column is in millivolts, the other in microvolts.
  'csv-latin1-mv.csv': undefined,
};

it.each(Object.entries(units))('%s says its unit', async (name, unit) => {
  const { info } = await readRecording(`${inputs}${name}`, { sampleRateHz: 100 });
  expect(info.unitVolts).toBe(unit);
});

it('is what --unit says, where the file names none', async () => {
  const { info } = await readRecording(`${inputs}npz-plain.npz`, { sampleRateHz: 100, unitScale: 1e-3 });
  expect(info.unitVolts).toBe(1e-3);
});
