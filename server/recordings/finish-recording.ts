import { naturally } from '../../src/ground/signal/naturally.js';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError, StreamError } from '../../src/ground/signal/errors.js';
import { formatOf, formats, namesOf } from './registry.js';
import { packSpool } from './spool/spool-writer.js';
import { isSpool, openSpool } from './spool/spool.js';

/** What became of an interrupted recording. */
export interface FinishedRecording {
  /** Path of the recording, whole now. */
  readonly path: string;
  /** Length of what was on disk. */
  readonly seconds: number;
}

/**
 * Complete an interrupted NPZ, HDF5 or Parquet recording: makes `<path>` from the folder `<path>.part`. A folder in
 * which no sample had arrived is removed, and the result is 0 s long.
 *
 * @param path the recording, with or without `.part`
 * @throws ConfigError for a recording that needs no finishing; StreamError where there is nothing to finish, or where
 * it cannot be read
 */
export async function finishRecording(path: string): Promise<FinishedRecording> {
  const target = path.replace(/[/\\]+$/, '').replace(/\.part$/, '');
  const pack = formatOf(target)?.pack;
  if (!pack)
    throw new ConfigError(`${target} needs no finishing`, {
      hint: `Only ${namesOf(formats.filter((format) => format.pack))} recordings are finished; others are read as they are.`,
    });
  const dir = `${target}.part`;
  if (!(await isSpool(dir)))
    throw new StreamError(`${dir} is not there, or is not the folder of an interrupted recording`, {
      hint: 'Give the recording, or the folder that holds it.',
    });
  const { samples, info } = await openSpool(dir);
  if (samples > 0) await packSpool(target, pack);
  else await rm(dir, { recursive: true });
  return { path: target, seconds: samples / info.sampleRateHz };
}

/** Every interrupted recording in a folder and those within, or the one that is given by its own path. */
export async function interruptedIn(path: string): Promise<string[]> {
  const plain = path.replace(/[/\\]+$/, '');
  for (const dir of [plain, `${plain}.part`]) if (await isSpool(dir)) return [dir];
  const found = await spoolsBelow(plain);
  return found.sort(naturally);
}

async function spoolsBelow(folder: string): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new StreamError(`cannot read the folder ${folder}`, {
      hint: 'Give the folder in which the recording was interrupted.',
      cause,
    });
  }
  const found: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (entry.name.endsWith('.part') && (await isSpool(path))) found.push(path);
    else found.push(...(await spoolsBelow(path)));
  }
  return found;
}
