import * as z from 'zod/mini';
import { movementIds } from '../ground/movement/movement.js';
import { ProtocolError } from '../ground/signal/errors.js';
import { closest } from '../ground/signal/parse-fields.js';
import { streamNames, type StreamName } from './stream-kind.js';
import { testNames, testSubjects } from './test-state.js';

const id = z.optional(z.union([z.string().check(z.maxLength(64)), z.number()]));
const streams = z.array(z.enum(streamNames as [StreamName, ...StreamName[]])).check(z.maxLength(32));
const label = z.string().check(z.minLength(1), z.maxLength(64));
const activation = z.strictObject({
  movement: z.enum(movementIds),
  strength: z.number().check(z.minimum(0), z.maximum(1)),
});

/**
 * What a client may ask. Every request may carry an `id`; the answer (`ok` or `error`) repeats it.
 * Intent strengths are fractions of maximal voluntary contraction.
 */
export const requests = {
  subscribe: z.strictObject({ op: z.literal('subscribe'), id, streams }),
  unsubscribe: z.strictObject({ op: z.literal('unsubscribe'), id, streams }),
  /** `activations: null` hands intent back to the script. */
  setIntent: z.strictObject({
    op: z.literal('setIntent'),
    id,
    activations: z.nullable(z.array(activation).check(z.maxLength(4))),
  }),
  /** A partial scenario, merged into the running one; lists are replaced whole. */
  patchScenario: z.strictObject({
    op: z.literal('patchScenario'),
    id,
    patch: z.record(z.string(), z.unknown()),
  }),
  loadPreset: z.strictObject({ op: z.literal('loadPreset'), id, name: label }),
  loadScenario: z.strictObject({
    op: z.literal('loadScenario'),
    id,
    scenario: z.record(z.string(), z.unknown()),
  }),
  setPaused: z.strictObject({ op: z.literal('setPaused'), id, paused: z.boolean() }),
  /** Run the scripted calibration again and train on it. */
  calibrate: z.strictObject({ op: z.literal('calibrate'), id }),
  /** Record the running signal as examples of a class until `stopRecordingClass`. */
  startRecordingClass: z.strictObject({ op: z.literal('startRecordingClass'), id, label }),
  stopRecordingClass: z.strictObject({ op: z.literal('stopRecordingClass'), id }),
  discardClass: z.strictObject({ op: z.literal('discardClass'), id, label }),
  /** Train on what was recorded by hand. */
  trainRecorded: z.strictObject({ op: z.literal('trainRecorded'), id }),
  startRecording: z.strictObject({
    op: z.literal('startRecording'),
    id,
    format: z.enum(['csv', 'edf', 'bdf', 'npz']),
  }),
  stopRecording: z.strictObject({ op: z.literal('stopRecording'), id }),
  mark: z.strictObject({
    op: z.literal('mark'),
    id,
    text: z.string().check(z.minLength(1), z.maxLength(200)),
  }),
  /** Waveform of one motor unit on every channel; answered by `muap`. */
  getMuap: z.strictObject({
    op: z.literal('getMuap'),
    id,
    muscle: z.int().check(z.minimum(0), z.maximum(63)),
    unit: z.int().check(z.minimum(0), z.maximum(4095)),
  }),
  startTest: z.strictObject({
    op: z.literal('startTest'),
    id,
    test: z.enum(testNames),
    by: z.enum(testSubjects),
  }),
  stopTest: z.strictObject({ op: z.literal('stopTest'), id }),
  /** Go to a stage of the patient's journey, counted from 0. */
  setStage: z.strictObject({
    op: z.literal('setStage'),
    id,
    stage: z.int().check(z.minimum(0), z.maximum(99)),
  }),
  ping: z.strictObject({ op: z.literal('ping'), id, t: z.optional(z.number()) }),
} as const;

export type RequestOp = keyof typeof requests;
export type Request = { [K in RequestOp]: z.infer<(typeof requests)[K]> }[RequestOp];

/**
 * Parse a client's text message.
 * @throws ProtocolError saying what was wrong and what to send instead
 */
export function parseRequest(text: string): Request {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    throw new ProtocolError('message: not valid JSON', {
      hint: 'Send one JSON object, such as {"op":"ping"}.',
    });
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    throw new ProtocolError('message: got no object', {
      hint: 'Send one JSON object, such as {"op":"ping"}.',
    });
  const op = (message as { op?: unknown }).op;
  const schema =
    typeof op === 'string' && Object.hasOwn(requests, op) ? requests[op as RequestOp] : undefined;
  if (!schema) {
    const guess = typeof op === 'string' ? closest(op, Object.keys(requests)) : undefined;
    throw new ProtocolError(`message: unknown op ${JSON.stringify(op)?.slice(0, 40) ?? 'undefined'}`, {
      field: 'op',
      hint: guess ? `Did you mean "${guess}"?` : `Ops: ${Object.keys(requests).join(', ')}.`,
    });
  }
  const parsed = schema.safeParse(message);
  if (parsed.success) return parsed.data as Request;
  const issue = parsed.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const reason =
    issue?.code === 'unrecognized_keys'
      ? `unknown field ${issue.keys.join(', ')}`
      : `${path || 'message'} is not valid`;
  throw new ProtocolError(`${String(op)}: ${reason}`, {
    field: path || 'message',
    hint: `${requestHints[op as RequestOp]}`,
  });
}

/** An example of every request, as hints and documentation show it. */
export const requestHints: Record<RequestOp, string> = {
  subscribe: `{"op":"subscribe","streams":["raw"]} with streams among ${streamNames.join(', ')}`,
  unsubscribe: '{"op":"unsubscribe","streams":["raw"]}',
  setIntent:
    '{"op":"setIntent","activations":[{"movement":"hand-close","strength":0.4}]}, strength within [0, 1], or null for the script',
  patchScenario: '{"op":"patchScenario","patch":{"limb":{"fatThicknessMm":6}}}',
  loadPreset: '{"op":"loadPreset","name":"transhumeral-tmr"}',
  loadScenario: '{"op":"loadScenario","scenario":{…}}',
  setPaused: '{"op":"setPaused","paused":true}',
  calibrate: '{"op":"calibrate"}',
  startRecordingClass: '{"op":"startRecordingClass","label":"hand-close"}',
  stopRecordingClass: '{"op":"stopRecordingClass"}',
  discardClass: '{"op":"discardClass","label":"hand-close"}',
  trainRecorded: '{"op":"trainRecorded"}',
  startRecording: '{"op":"startRecording","format":"edf"} with format csv, edf, bdf or npz',
  stopRecording: '{"op":"stopRecording"}',
  mark: '{"op":"mark","text":"electrode moved"}',
  getMuap: '{"op":"getMuap","muscle":0,"unit":10}',
  startTest:
    '{"op":"startTest","test":"motion","by":"simulated-user"} with test motion, tac or fitts and by person or simulated-user',
  stopTest: '{"op":"stopTest"}',
  setStage: '{"op":"setStage","stage":2} with stage from 0, as serverInfo.journey lists them',
  ping: '{"op":"ping"}',
};
