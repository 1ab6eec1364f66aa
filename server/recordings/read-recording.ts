import { stat } from 'node:fs/promises';
import { StreamError } from '../../src/ground/signal/errors.js';
import { withChannels } from './chosen-channels.js';
import { formatOf, namesOf, readFormats } from './registry.js';
import { readSpool } from './spool/spool-reader.js';
import { rechunk } from './rechunk.js';
import type { ReadOptions, Recording } from './recording.js';

/**
 * Open a recording by its extension: CSV/TSV, EDF(+), BDF(+), NPY, NPZ, MAT, XDF, HDF5, Parquet, or the `.part`
 * folder of an interrupted one. Samples come as volts in blocks, in bounded memory (MAT excepted).
 *
 * @throws StreamError when the format is not read, or the file cannot be
 * @example
 * const { info, blocks } = await readRecording('session.edf');
 * for await (const block of blocks()) chain.process(block);
 */
export async function readRecording(path: string, options: ReadOptions = {}): Promise<Recording> {
  const folder = await isFolder(path);
  if (folder && !/\.part[/\\]*$/.test(path))
    throw new StreamError(`${path} is a folder, expected a file`, {
      hint: 'Folders of labelled files are read as segments (readFolder, readLabelled).',
    });
  const reader = folder ? readSpool : formatOf(path)?.read;
  if (!reader)
    throw new StreamError(`${path}: recordings of this kind are not read`, {
      hint: `Give ${namesOf(readFormats)}, or a LibEMG folder.`,
    });
  const { blockLength, channels } = options;
  const whole = await reader(path, options);
  const recording = channels ? withChannels(whole, channels, path) : whole;
  return blockLength === undefined
    ? recording
    : { ...recording, blocks: () => rechunk(recording.blocks(), blockLength) };
}

/** @throws StreamError where there is nothing at the path */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (cause) {
    throw new StreamError(`cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      hint: 'Check the path; it is taken relative to the current folder.',
      cause,
    });
  }
}
