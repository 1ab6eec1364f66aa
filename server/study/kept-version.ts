import { readFile } from 'node:fs/promises';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { packageVersion } from '../package-info.js';
import { sha256 } from './sha256.js';

/**
 * The version under which results are kept: that of the product, and what stands in the modules that take part, so that
 * a classifier that was changed is not answered for by what it was. What a module imports in turn is not looked at.
 *
 * @param modules paths, as they were given
 * @throws InputOutputError where one cannot be read
 */
export async function keptVersion(modules: readonly string[] = []): Promise<string> {
  const digests = await Promise.all([...new Set(modules)].sort().map(fileDigest));
  return [packageVersion(), ...digests].join(' ');
}

async function fileDigest(path: string): Promise<string> {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    throw InputOutputError.from(error, path);
  }
}
