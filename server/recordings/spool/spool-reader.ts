import { StreamError } from '../../../src/ground/signal/errors.js';
import { arrayRecording } from '../npy/array-recording.js';
import type { ReadOptions, Recording } from '../recording.js';
import { openSpool } from './spool.js';

/** Read the folder that an interrupted NPZ, HDF5 or Parquet recording leaves. */
export async function readSpool(dir: string, options: ReadOptions = {}): Promise<Recording> {
  const { info, annotations, arrays } = await openSpool(dir);
  const signal = arrays.get('signal');
  if (!signal) throw new StreamError(`${dir}: holds no signal.npy`);
  const notes = ['The recording was never finished; what was on disk was read.'];
  return arrayRecording(dir, signal, { ...info, notes }, annotations, { unitScale: 1, ...options });
}
