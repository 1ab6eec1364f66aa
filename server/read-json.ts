import { readFile } from 'node:fs/promises';
import { InputOutputError } from '../src/ground/signal/errors.js';

/** Read a JSON file. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw InputOutputError.from(error, path);
  }
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (error) {
    throw new InputOutputError(`${path}: not valid JSON (${error instanceof Error ? error.message : ''})`, {
      hint: 'Give a file with one JSON object, such as {"limb":{"fatThicknessMm":6}}.',
      cause: error,
    });
  }
}
