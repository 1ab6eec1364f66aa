import type { ServerMessage, ServerOp } from '../../src/protocol/server-messages.js';
import { isRecord, type Json } from './is-record.js';

type Shape = Readonly<Record<string, 'string' | 'number' | 'list' | 'object' | 'any'>>;

/** What the page relies on in each message; anything less is treated as no message at all. */
const shapes: Record<ServerOp, Shape> = {
  serverInfo: {
    capabilities: 'list',
    sampleRateHz: 'number',
    channels: 'list',
    classes: 'list',
    movements: 'list',
    muscles: 'list',
    joints: 'list',
    streams: 'object',
    presets: 'list',
  },
  scenario: { scenario: 'object', index: 'number' },
  stage: { journey: 'object' },
  status: { phase: 'string', text: 'string' },
  calibration: { calibration: 'object' },
  statistics: { statistics: 'object', latency: 'object' },
  intent: { who: 'string', activations: 'list' },
  event: { index: 'number', kind: 'string', text: 'string' },
  lost: { frames: 'number', bytes: 'number' },
  recordedClasses: { classes: 'list', quality: 'list' },
  recorder: { seconds: 'number' },
  muap: { muscle: 'number', unit: 'number', channels: 'list', sampleRateHz: 'number' },
  test: { test: 'string', state: 'object' },
  pong: { serverTime: 'number' },
  ok: { of: 'string' },
  error: { code: 'string', message: 'string', hint: 'string' },
};

/** Parse a text message of the server; undefined for what this page does not understand. */
export function parseServerMessage(text: string): ServerMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isServerMessage(value) ? value : undefined;
}

function isServerMessage(value: unknown): value is ServerMessage {
  if (!isRecord(value) || typeof value.op !== 'string' || !Object.hasOwn(shapes, value.op)) return false;
  return fits(value, shapes[value.op as ServerOp]);
}

function fits(value: Json, shape: Shape): boolean {
  return Object.entries(shape).every(([key, kind]) => {
    const got = value[key];
    if (kind === 'list') return Array.isArray(got);
    if (kind === 'object') return isRecord(got);
    return kind === 'any' || typeof got === kind;
  });
}
