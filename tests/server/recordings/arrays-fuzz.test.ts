import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { fuzz, fuzzInputs } from '../../support/fuzz.js';
import { scratch } from './fixtures.js';
import { inputPath } from './inputs.js';

const at = scratch();
/** Of HDF5 each refusal ends a thread, so that a twentieth as many are tried. */
const share: Readonly<Record<string, number>> = { h5: 0.05 };

describe('damaged files of arrays', () => {
  it.each([
    'npy-fortran.npy',
    'npy-int16.npy',
    'npz-annotations.npz',
    'npz-numeric-labels.npz',
    'npz-time-gap.npz',
    'mat-ninapro.mat',
    'mat-struct-array.mat',
    'mat-cell-labels.mat',
    'mat-v4.mat',
    'hdf5-latest.h5',
    'hdf5-labels.h5',
    'parquet-snappy.parquet',
    'parquet-gzip-nulls.parquet',
  ])(
    'are read or refused by an error of the product: %s',
    async (name) => {
      const valid = await readFile(inputPath(name));
      const extension = name.slice(name.lastIndexOf('.') + 1);
      const inputs = Math.round(fuzzInputs * (share[extension] ?? 1));
      const path = at(`damaged-${name}`);
      const outcome = await fuzz(
        valid,
        async (damaged) => {
          await writeFile(path, damaged);
          const { blocks, info } = await readRecording(path, { sampleRateHz: 1000, ...variable[name] });
          for await (const block of blocks()) {
            expect(block.data.length).toBe(info.channelNames.length * block.length);
            expect(Number.isSafeInteger(block.index)).toBe(true);
          }
        },
        { inputs },
      );
      expect([...outcome.escaped]).toEqual([]);
      expect(outcome.read + outcome.refused).toBe(inputs);
    },
    fuzzInputs * 300 + 60_000,
  );
});

const variable: Readonly<Record<string, { readonly variable: string }>> = {
  'mat-struct-array.mat': { variable: 'rec(2).emg' },
};
