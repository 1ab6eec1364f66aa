import { StreamError } from '../../../src/ground/signal/errors.js';
import { columnRole } from '../column-role.js';
import { listed, shortName, sizeOf, type ArrayFile, type NamedArray } from './named-array.js';

/** Names that say "this is the signal", the surest first. */
const signalNames = ['signal', 'emg', 'semg', 'data'];

/**
 * The array that is the signal: the one named `variable`, else the one called `signal`, `emg` or `data`, else the only
 * one of several channels, else the only one of numbers.
 *
 * @throws StreamError that lists what the file holds where none or several could be meant
 */
export function pickSignal({ path, arrays }: ArrayFile, variable: string | undefined): NamedArray {
  if (variable !== undefined) {
    const wanted = variable.replace(/^\/+/, '');
    const named = arrays.filter(({ name }) => name === wanted);
    const found = named.length > 0 ? named : arrays.filter(({ name }) => shortName(name) === wanted);
    if (found.length === 1 && found[0]) return found[0];
    throw new StreamError(
      `${path}: ${found.length === 0 ? 'holds no array' : 'holds several arrays'} "${variable}"; it holds ${listed(arrays)}`,
      { hint: 'Give one of these names with --variable.' },
    );
  }
  const possible = arrays.filter(couldBeSignal);
  for (const name of signalNames) {
    const found = possible.filter((array) => shortName(array.name).toLowerCase() === name);
    if (found.length === 1 && found[0]) return found[0];
    if (found.length > 1) break;
  }
  const several = possible.filter(({ shape }) => shape.length === 2 && Math.min(...shape) > 1);
  const only = several.length > 0 ? several : possible;
  if (only.length === 1 && only[0]) return only[0];
  // One that cannot be read is better named than passed over: what it holds is then said.
  const unreadable = arrays.filter(({ name }) => signalNames.includes(shortName(name).toLowerCase()));
  const sole = unreadable.length > 0 ? unreadable : arrays;
  if (only.length === 0 && sole.length === 1 && sole[0]) return sole[0];
  const example = only[0]?.name;
  throw new StreamError(
    `${path}: ${only.length === 0 ? 'holds no array that could be a signal' : 'cannot tell which array is the signal'}; it holds ${listed(arrays)}`,
    {
      hint: example
        ? `Name it, such as --variable ${/[{}()\s]/.test(example) ? `'${example}'` : example}.`
        : 'Save the signal as a two-dimensional array of numbers, samples × channels.',
    },
  );
}

function couldBeSignal(array: NamedArray): boolean {
  const { shape, content, name } = array;
  if (content !== 'numbers' || shape.length < 1 || shape.length > 2 || sizeOf(array) < 2) return false;
  const role = columnRole(shortName(name));
  // One row of numbers may be anything; several beside one another are a signal unless their name says something else.
  return Math.min(...shape) > 1 ? !['motion', 'other', 'label'].includes(role) : role === 'signal';
}
