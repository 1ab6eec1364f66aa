import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputOutputError } from '../../src/ground/signal/errors.js';

/** Write a file so that it is there whole or not at all, making its folder where needed. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const part = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, data);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw InputOutputError.from(error, path);
  }
}
