import type { Format } from '../format.js';
import { LibEmgWriter } from './libemg-writer.js';

/** Read as segments, one file per repetition: readFolder. */
export const libemg = {
  name: 'libemg',
  explain: 'folder of labelled repetitions that LibEMG loads',
  extensions: [],
  begin: async (path, info, { classes }) => ({
    writer: await LibEmgWriter.create(path, info, { classes }),
    truthBeside: `${path}/session`,
  }),
} as const satisfies Format;
