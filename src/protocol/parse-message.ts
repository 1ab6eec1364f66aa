import type * as z from 'zod/mini';
import { ProtocolError } from '../ground/signal/errors.js';
import { closest } from '../ground/signal/parse-fields.js';
import { DEEPEST_MESSAGE, parseJson } from '../ground/signal/parse-json.js';

/**
 * A text message as the object it must be, whichever way it goes.
 * @throws ProtocolError where it is not one JSON object
 */
export function parseMessage(text: string, hint: string): Readonly<Record<string, unknown>> {
  const parsed = parseJson(text, DEEPEST_MESSAGE);
  if ('fault' in parsed) {
    const { fault, cause } = parsed;
    throw new ProtocolError(`message: got ${excerpt(text)}, which is ${fault}`, { hint, cause });
  }
  const { value } = parsed;
  if (!isObject(value)) throw new ProtocolError(`message: got no object but ${shown(value)}`, { hint });
  return value;
}

/** The error of a message whose `op` nobody knows. */
export function unknownOp(op: unknown, ops: readonly string[]): ProtocolError {
  const guess = typeof op === 'string' ? closest(op, ops) : undefined;
  return new ProtocolError(`message: unknown op ${shown(op)}`, {
    field: 'op',
    hint: guess ? `Did you mean "${guess}"?` : `Ops: ${ops.join(', ')}.`,
  });
}

/** The error of a message that does not fit the schema of its `op`: its first fault, with what was got. */
export function misfit(
  op: string,
  message: unknown,
  { issues }: z.core.$ZodError,
  hint: string,
): ProtocolError {
  const issue = issues[0];
  const path = issue?.path.join('.') ?? '';
  const inside = path ? ` in ${path}` : '';
  const reason =
    issue?.code === 'unrecognized_keys'
      ? `unknown field ${issue.keys.join(', ').slice(0, 80)}${inside}`
      : `${path || 'message'} is not valid, got ${shown(at(message, issue?.path ?? []))}`;
  return new ProtocolError(`${op}: ${reason}`, { field: path || 'message', hint });
}

/** What lies at a path; undefined where nothing does. */
function at(message: unknown, path: readonly PropertyKey[]): unknown {
  let value = message;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a few words; what is nested is only named, for it may be nested too deep to print. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return excerpt(JSON.stringify(value));
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
