import { readFile } from 'node:fs/promises';
import { InputOutputError } from '../src/ground/signal/errors.js';
import { DEEPEST_FILE, parseJson } from '../src/ground/signal/parse-json.js';

/** Read a JSON file. */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw InputOutputError.from(error, path);
  }
  const parsed = parseJson(text, DEEPEST_FILE);
  if ('value' in parsed) return parsed.value;
  const { fault, cause } = parsed;
  const where = cause instanceof Error ? ` (${cause.message})` : '';
  throw new InputOutputError(`${path}: ${fault}${where}`, {
    hint: 'Give a file with one JSON object, such as {"limb":{"fatThicknessMm":6}}.',
    cause,
  });
}
