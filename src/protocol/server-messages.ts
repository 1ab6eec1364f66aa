import * as z from 'zod/mini';
import { deviceState } from './device-info.js';
import { latencyBudget, liveStatistics } from './live-statistics.js';
import { misfit, parseMessage, unknownOp } from './parse-message.js';
import { promptState } from './prompt-state.js';
import { list, requestId } from './schemas.js';
import {
  calibrationSummary,
  classReport,
  journeyInfo,
  limbGeometry,
  serverInfo,
  scenarioJson,
  streamInfoMap,
} from './server-info.js';
import { testNames, testState } from './test-state.js';
import { worldState } from './world-state.js';

export type { ClockStatistics, LatencyBudget, LiveStatistics, OutsideStatistics } from './live-statistics.js';
export type { DeviceClient, DeviceInfo, DeviceState } from './device-info.js';
export type {
  CalibrationSummary,
  ClassReport,
  JointInfo,
  JourneyInfo,
  LimbGeometry,
  PresetInfo,
  RecordingInfo,
  SessionInfo,
  StreamInfo,
} from './server-info.js';

/** Fields that a message does not know are left out when it is parsed: a newer server may send more. */
function message<const O extends string, S extends z.core.$ZodShape>(op: O, explain: string, fields: S) {
  return { explain, schema: z.object({ op: z.literal(op), ...fields }) };
}

/** What the server says, one JSON object per text message. */
export const serverMessages = {
  serverInfo: message(
    'serverInfo',
    'first of all, and again whenever what streams mean changes (another person, electrodes, classes)',
    serverInfo,
  ),
  scenario: message('scenario', 'the scenario in force has changed', {
    scenario: scenarioJson,
    geometry: z.nullable(limbGeometry),
    index: z.number(),
  }),
  stage: message('stage', 'the patient has entered a stage of the journey', { journey: journeyInfo }),
  status: message('status', 'what the session is about, with progress 0 … 1 while it calibrates', {
    phase: z.enum(['calibrating', 'running', 'paused', 'failed']),
    progress: z.optional(z.number()),
    text: z.string(),
    /** Another patient than the one who is heard was asked for, and takes their place once ready. */
    coming: z.optional(z.boolean()),
  }),
  calibration: message('calibration', 'what training has come to', { calibration: calibrationSummary }),
  statistics: message('statistics', 'accuracy, losses and delays, once a second', {
    statistics: liveStatistics,
    latency: latencyBudget,
  }),
  intent: message('intent', 'who decides what is intended: script, person, simulated-user or recording', {
    who: z.string(),
    activations: list(z.object({ movement: z.string(), strength: z.number() })),
  }),
  event: message('event', 'something happened at a sample', {
    index: z.number(),
    kind: z.enum(['cue', 'artefact', 'mark', 'templates', 'lost', 'classifier', 'stage', 'inlet', 'contact']),
    text: z.string(),
  }),
  lost: message('lost', 'oldest data dropped for this client, which did not read fast enough', {
    frames: z.number(),
    bytes: z.number(),
    /** Sample index of the first frame lost. */
    since: z.number(),
  }),
  gap: message('gap', 'samples that never were: the process was stopped, or the source fell silent', {
    /** Absolute index of the first sample after it. */
    index: z.number(),
    samples: z.number(),
    seconds: z.number(),
    text: z.string(),
  }),
  devices: message(
    'devices',
    'how each device that is open does: on every change, and once a second while any is',
    { devices: list(deviceState) },
  ),
  recordedClasses: message('recordedClasses', 'examples recorded by hand, and how good they are', {
    recording: z.nullable(z.string()),
    classes: list(z.object({ label: z.string(), seconds: z.number(), repetitions: z.number() })),
    quality: list(classReport),
  }),
  recorder: message('recorder', 'the file being written, or the last one and where to get it', {
    file: z.nullable(z.string()),
    seconds: z.number(),
    url: z.nullable(z.string()),
  }),
  decoder: message('decoder', 'the decoder in force, as a file holds it; answers `getDecoder`', {
    id: requestId,
    decoder: z.record(z.string(), z.unknown()),
  }),
  muap: message('muap', 'waveform of one motor unit on every channel, in volts; answers `getMuap`', {
    id: requestId,
    muscle: z.number(),
    unit: z.number(),
    sampleRateHz: z.number(),
    channels: list(list(z.number())),
    recruitmentPercent: z.number(),
    twitchForce: z.number(),
    /** Every unit of the muscle, in order of recruitment: middle of its territory and its radius. */
    territories: list(z.object({ angleDeg: z.number(), radiusMm: z.number(), territoryMm: z.number() })),
  }),
  crosstalk: message(
    'crosstalk',
    'share of each muscle in the power of each channel if all were excited alike; answers `getCrosstalk`',
    {
      id: requestId,
      /** Of the maximum of each muscle. */
      excitationPercent: z.number(),
      /** In the order of `serverInfo.channels`; shares in the order of the muscles of the geometry, summing to 1 or all 0. */
      channels: list(z.object({ rmsUv: z.number(), shares: list(z.number()) })),
    },
  ),
  test: message(
    'test',
    'where an online test stands, at most ten times a second; the last one is the result',
    {
      test: z.enum(testNames),
      state: testState,
    },
  ),
  prompt: message(
    'prompt',
    'what a calibration asks for now: on every change of phase, and at most ten times a second',
    promptState,
  ),
  world: message(
    'world',
    'what the prosthesis does something to: after every block while there is a task, and once when it ends',
    worldState,
  ),
  pong: message('pong', 'answers `ping`', {
    id: requestId,
    t: z.optional(z.number()),
    serverTime: z.number(),
  }),
  ok: message('ok', 'the request `of` was taken', {
    id: requestId,
    of: z.string(),
    text: z.optional(z.string()),
    /** How streams are read that are not sent whole to this client; answers `subscribe` and `unsubscribe`. */
    streams: z.optional(streamInfoMap),
  }),
  subscribed: message(
    'subscribed',
    'how streams are read that are not sent whole to this client, after `serverInfo` has changed',
    { streams: streamInfoMap, text: z.string() },
  ),
  error: message('error', 'what was wrong, and what to send instead', {
    id: requestId,
    code: z.string(),
    message: z.string(),
    hint: z.string(),
    field: z.optional(z.string()),
  }),
} as const;

/** Name of a message of the server. */
export type ServerOp = keyof typeof serverMessages;
/** The message of a name. */
export type ServerMessageOf<Op extends ServerOp> = {
  [K in Op]: z.infer<(typeof serverMessages)[K]['schema']>;
}[Op];
/** Anything the server says. */
export type ServerMessage = ServerMessageOf<ServerOp>;

const isServerOp = (op: unknown): op is ServerOp =>
  typeof op === 'string' && Object.hasOwn(serverMessages, op);

/**
 * Parse a text message of the server.
 * @throws ProtocolError saying which field of which message was not understood
 */
export function parseServerMessage(text: string): ServerMessage {
  const hint = 'Use a client and a service of the same version.';
  const value = parseMessage(text, hint);
  const { op } = value;
  if (!isServerOp(op)) throw unknownOp(op, Object.keys(serverMessages));
  const parsed = serverMessages[op].schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw misfit(op, value, parsed.error, hint);
}
