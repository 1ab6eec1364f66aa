import * as z from 'zod/mini';
import { recordOf } from '../ground/signal/record-schema.js';
import type { Capability } from './capabilities.js';
import { misfit, parseMessage, unknownOp } from './parse-message.js';
import { recordedFormats } from './recorded-formats.js';
import { movementId, requestId } from './schemas.js';
import { streamNames, type StreamName } from './stream-kind.js';
import { testNames, testSubjects } from './test-state.js';

const streams = z.array(z.enum(streamNames as [StreamName, ...StreamName[]])).check(z.maxLength(32));
const label = z.string().check(z.minLength(1), z.maxLength(64));
const text = z.string().check(z.minLength(1), z.maxLength(200));
const json = recordOf(z.unknown());
const activation = z.strictObject({
  movement: movementId,
  strength: z.number().check(z.minimum(0), z.maximum(1)),
});
/** Answer only when it is in force, or has failed; a calibration takes some seconds. */
const wait = z.optional(z.boolean());
const waits = 'with `wait` it is answered when that is in force, or has failed';
/** Most columns of which one is sent. */
const MOST_EVERY = 100;
const amongStreams = `streams among ${streamNames.join(', ')}`;

/** One request: what it does, its schema, an example that parses, and what a session must be able to do for it. */
function request<const O extends string, S extends z.core.$ZodShape, N extends Capability | 'nothing'>(
  op: O,
  needs: N,
  fields: S,
  about: {
    readonly explain: string;
    readonly example: z.input<z.ZodMiniObject<S>>;
    readonly allowed?: string;
    /** It changes nothing, neither for the session nor for others who watch: viewers may ask for it. */
    readonly reads?: true;
  },
) {
  const schema = z.strictObject({ op: z.literal(op), id: requestId, ...fields });
  const example = JSON.stringify({ op, ...about.example });
  const hint = about.allowed ? `${example} with ${about.allowed}` : example;
  return { needs, schema, example, hint, explain: about.explain, reads: about.reads ?? false };
}

/**
 * What a client may ask. Every request may carry an `id`; the answer (`ok`, `error`, or what was asked for) repeats
 * it. Intent strengths are fractions of maximal voluntary contraction.
 */
export const requests = {
  subscribe: request(
    'subscribe',
    'nothing',
    {
      streams,
      channels: z.optional(z.array(label).check(z.minLength(1), z.maxLength(1024))),
      every: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_EVERY))),
    },
    {
      explain:
        'send these streams too, whole, or of some `channels` and of `every` n-th column; `ok` says how these are read',
      reads: true,
      example: { streams: ['raw'] },
      allowed: `${amongStreams}; channels as serverInfo.channels names them, every within [1, ${MOST_EVERY}]`,
    },
  ),
  unsubscribe: request(
    'unsubscribe',
    'nothing',
    { streams },
    {
      explain: 'send these streams no more',
      reads: true,
      example: { streams: ['raw'] },
      allowed: amongStreams,
    },
  ),
  setIntent: request(
    'setIntent',
    'intent',
    { activations: z.nullable(z.array(activation).check(z.maxLength(4))) },
    {
      explain: 'intend up to 4 movements; an empty list is rest, null hands intent back to the script',
      example: { activations: [{ movement: 'hand-close', strength: 0.4 }] },
      allowed: 'strength within [0, 1], or activations null for the script',
    },
  ),
  patchScenario: request(
    'patchScenario',
    'scenario',
    { patch: json, wait },
    {
      explain: `merge a partial scenario into the running one: objects field by field, lists whole; ${waits}`,
      example: { patch: { limb: { fatThicknessMm: 6 } } },
    },
  ),
  loadPreset: request(
    'loadPreset',
    'presets',
    { name: label, wait },
    {
      explain: `a new patient, as \`serverInfo.presets\` lists them; ${waits}`,
      example: { name: 'transhumeral-tmr' },
    },
  ),
  loadScenario: request(
    'loadScenario',
    'scenario',
    { scenario: json, wait },
    {
      explain: `a whole scenario; what it leaves out is that of the \`preset\` it names, else its default; ${waits}`,
      example: { scenario: {} },
      allowed: 'a scenario as serverInfo.scenario shows it',
    },
  ),
  setPaused: request(
    'setPaused',
    'pause',
    { paused: z.boolean() },
    {
      explain: 'stop the stream, or let it run on',
      example: { paused: true },
    },
  ),
  calibrate: request(
    'calibrate',
    'calibrate',
    { wait },
    {
      explain: `run the calibration again and train on it; ${waits}`,
      example: {},
    },
  ),
  startPrompts: request(
    'startPrompts',
    'prompts',
    { by: z.enum(testSubjects) },
    {
      explain: 'calibrate in real time: ask for each movement by `prompt`, then train on what was recorded',
      example: { by: 'simulated-user' },
      allowed: `by ${testSubjects.join(' or ')}`,
    },
  ),
  retryClass: request(
    'retryClass',
    'prompts',
    { label: movementId, by: z.enum(testSubjects), keep: z.optional(z.boolean()) },
    {
      explain: 'the same for one movement; its former examples go unless `keep`, those of others stay',
      example: { label: 'hand-close', by: 'simulated-user' },
      allowed: `label among serverInfo.movements, by ${testSubjects.join(' or ')}, and keep true or false`,
    },
  ),
  setClasses: request(
    'setClasses',
    'prompts',
    { classes: z.array(label).check(z.minLength(1), z.maxLength(64)), wait },
    {
      explain: `train on these classes of all that was recorded; others are kept to be taken back; ${waits}`,
      example: { classes: ['rest', 'hand-close'] },
      allowed: 'two or more of the classes of the calibration, among them those it left out',
    },
  ),
  stopPrompts: request(
    'stopPrompts',
    'prompts',
    {},
    { explain: 'give the prompts up; the decoder stays', example: {} },
  ),
  startRecordingClass: request(
    'startRecordingClass',
    'recordClasses',
    { label },
    {
      explain: 'take the running signal as examples of a class until `stopRecordingClass`',
      example: { label: 'hand-close' },
    },
  ),
  stopRecordingClass: request(
    'stopRecordingClass',
    'recordClasses',
    {},
    {
      explain: 'end the examples of a class',
      example: {},
    },
  ),
  discardClass: request(
    'discardClass',
    'recordClasses',
    { label },
    {
      explain: 'forget the examples of a class',
      example: { label: 'hand-close' },
    },
  ),
  trainRecorded: request(
    'trainRecorded',
    'recordClasses',
    {},
    {
      explain: 'train on the examples recorded by hand',
      example: {},
    },
  ),
  startRecording: request(
    'startRecording',
    'recorder',
    { format: z.enum(recordedFormats) },
    {
      explain: 'write the running signal with its truth to a file',
      example: { format: 'edf' },
      allowed: `format among ${recordedFormats.join(', ')}`,
    },
  ),
  stopRecording: request('stopRecording', 'recorder', {}, { explain: 'finish the file', example: {} }),
  mark: request(
    'mark',
    'nothing',
    { text },
    {
      explain: 'put a text at the present sample: everyone is told, and a recording keeps it',
      example: { text: 'electrode moved' },
      allowed: 'text of 1 to 200 characters',
    },
  ),
  getDecoder: request(
    'getDecoder',
    'nothing',
    {},
    {
      explain: 'the decoder in force, as `--decoder` takes it; answered by `decoder`',
      example: {},
      reads: true,
    },
  ),
  loadDecoder: request(
    'loadDecoder',
    'calibrate',
    { decoder: json },
    {
      explain: 'decide by this decoder, as `train` wrote it or `getDecoder` gives it, from the next block on',
      example: { decoder: { format: 'myodesis-decoder', version: 1 } },
      allowed: 'a whole decoder, made for the rate and the channels of the session',
    },
  ),
  getMuap: request(
    'getMuap',
    'muap',
    {
      muscle: z.int().check(z.minimum(0), z.maximum(63)),
      unit: z.int().check(z.minimum(0), z.maximum(4095)),
    },
    {
      explain: 'waveform of one motor unit on every channel; answered by `muap`',
      reads: true,
      example: { muscle: 0, unit: 10 },
      allowed: 'muscle and unit counted from 0',
    },
  ),
  getCrosstalk: request(
    'getCrosstalk',
    'muap',
    {},
    {
      explain: 'what each channel hears of each muscle if all are excited alike; answered by `crosstalk`',
      reads: true,
      example: {},
    },
  ),
  startTest: request(
    'startTest',
    'tests',
    { test: z.enum(testNames), by: z.enum(testSubjects) },
    {
      explain: 'begin an online test',
      example: { test: 'motion', by: 'simulated-user' },
      allowed: `test ${testNames.join(', ')} and by ${testSubjects.join(' or ')}`,
    },
  ),
  stopTest: request('stopTest', 'tests', {}, { explain: 'end the test before its last trial', example: {} }),
  setStage: request(
    'setStage',
    'journey',
    { stage: z.optional(z.int().check(z.minimum(0), z.maximum(99))), hold: z.optional(z.boolean()) },
    {
      explain:
        "go to a stage of the patient's journey, or stay where it is; `hold` true: stays there, false: plays on from there",
      example: { stage: 2, hold: true },
      allowed: 'stage from 0, as serverInfo.journey lists them; without hold it stays or plays as before',
    },
  ),
  step: request(
    'step',
    'step',
    { blocks: z.int().check(z.minimum(1), z.maximum(500)) },
    {
      explain: 'let this many blocks pass; answered when their frames are sent',
      example: { blocks: 5 },
      allowed: 'blocks within [1, 500]',
    },
  ),
  openDevice: request(
    'openDevice',
    'devices',
    { device: label, options: z.optional(json) },
    {
      explain: 'appear to other programs as this device, one of `serverInfo.devices`',
      example: { device: 'lsl', options: {} },
      allowed: 'a device and options as serverInfo.devices lists them',
    },
  ),
  setDevice: request(
    'setDevice',
    'devices',
    { device: label, options: json },
    {
      explain: 'turn dials of an open device; what is not named stays',
      example: { device: 'trigno', options: { lossPercent: 5 } },
      allowed: 'options as serverInfo.devices lists them',
    },
  ),
  closeDevice: request(
    'closeDevice',
    'devices',
    { device: label },
    {
      explain: 'appear as this device no more',
      example: { device: 'lsl' },
    },
  ),
  ping: request(
    'ping',
    'nothing',
    { t: z.optional(z.number()) },
    {
      explain: 'answered by `pong`, which repeats `t`',
      reads: true,
      example: { t: 0 },
    },
  ),
} as const;

/** Name of a request. */
export type RequestOp = keyof typeof requests;
/** The request of a name. */
export type RequestOf<Op extends RequestOp> = { [K in Op]: z.infer<(typeof requests)[K]['schema']> }[Op];
/** Anything a client may ask. */
export type Request = RequestOf<RequestOp>;
/** Requests that a session with these capabilities answers. */
export type RequestWithin<C extends Capability> = RequestOf<
  { [K in RequestOp]: (typeof requests)[K]['needs'] extends C | 'nothing' ? K : never }[RequestOp]
>;

const isRequestOp = (op: unknown): op is RequestOp => typeof op === 'string' && Object.hasOwn(requests, op);

/**
 * Parse a client's text message.
 * @throws ProtocolError saying what was wrong and what to send instead
 */
export function parseRequest(text: string): Request {
  const message = parseMessage(text, 'Send one JSON object, such as {"op":"ping"}.');
  const { op } = message;
  if (!isRequestOp(op)) throw unknownOp(op, Object.keys(requests));
  const { schema, hint } = requests[op];
  const parsed = schema.safeParse(message);
  if (parsed.success) return parsed.data;
  throw misfit(op, message, parsed.error, hint);
}

/** The `id` of a request even where the rest of it is wrong, so that the error can be matched. */
export function requestIdOf(text: string): string | number | undefined {
  try {
    const { id } = parseMessage(text, '');
    return requestId.safeParse(id).data;
  } catch {
    return undefined;
  }
}
