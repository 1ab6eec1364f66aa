import * as z from 'zod';
import { ProtocolError } from '../../src/ground/signal/errors.js';
import { sampleKinds, type ClassifierTask, type Sample } from '../../src/decoder/outside-model.js';

/** Subprotocol that a classifying process offers. */
export const CLASSIFIER_PROTOCOL = 'myodesis.classifier.v1';
/** Path that it connects to. */
export const CLASSIFIER_PATH = '/classifier';

/** What we say. */
export type ToClassifier =
  | ({ readonly op: 'hello'; readonly protocol: string; readonly timeoutMs: number } & ClassifierTask)
  /** Labelled samples, in parts; `last` asks to learn and to answer `fitted`. */
  | {
      readonly op: 'fit';
      readonly id: number;
      readonly x: readonly Sample[];
      readonly labels: readonly string[];
      readonly last: boolean;
    }
  | { readonly op: 'classify'; readonly id: number; readonly x: Sample }
  | { readonly op: 'error'; readonly message: string; readonly hint: string };

const id = z.number().int().min(0);
const fromClassifier = z.discriminatedUnion('op', [
  z.object({
    op: z.literal('ready'),
    name: z.string().min(1).max(80).default('process'),
    /** What it says it is a version of: results that are kept hold of no other. */
    version: z.string().min(1).max(80).optional(),
    /** What it wants to be given of each window. */
    input: z.enum(sampleKinds).default('features'),
    /** Whether it wants to learn first. */
    fit: z.boolean().default(false),
    /** Its own order of the classes, where it is not that of hello. */
    classes: z.array(z.string()).max(1000).optional(),
    /** Whether its numbers are scores before softmax. */
    logits: z.boolean().default(false),
  }),
  z.object({ op: z.literal('fitted'), id }),
  z.object({ op: z.literal('posterior'), id, p: z.array(z.number()).max(1000) }),
  z.object({ op: z.literal('error'), message: z.string().max(2000) }),
]);

/** What the process says. */
export type FromClassifier = z.infer<typeof fromClassifier>;

const NAN_HINT =
  'Look for a division by zero or a logarithm of 0 in the model; JSON carries finite numbers only.';

/**
 * Read a message of a classifying process.
 * @throws ProtocolError that says what is wrong with it
 */
export function parseFromClassifier(text: string): FromClassifier {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw noJson(text);
  }
  const parsed = fromClassifier.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const place = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
  if (path[0] === 'p' && at(value, path) === null)
    throw new ProtocolError(`message: ${place}got null, which is what JSON.stringify makes of NaN`, {
      hint: NAN_HINT,
    });
  throw new ProtocolError(`message: ${place}${issue?.message ?? 'not understood'}`, {
    hint: 'Send {"op":"ready"}, {"op":"fitted","id":0}, {"op":"posterior","id":1,"p":[0.9,0.1]} or {"op":"error","message":"…"}.',
  });
}

/** The question that a message answers, as far as can be told of one that cannot be used. */
export function questionOf(text: string): number | undefined {
  const digits = /"id"\s*:\s*(\d{1,15})\b/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function noJson(text: string): ProtocolError {
  // Python's json.dumps writes these words, which JSON does not have.
  const word = /[[:,]\s*(-?(?:NaN|Infinity))\s*[\],}]/.exec(text)?.[1];
  if (word !== undefined) return new ProtocolError(`message: got ${word} for a number`, { hint: NAN_HINT });
  return new ProtocolError(`message: got ${JSON.stringify(text.slice(0, 40))}, expected JSON`, {
    hint: 'Send one JSON object per message, such as {"op":"ready"}.',
  });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
