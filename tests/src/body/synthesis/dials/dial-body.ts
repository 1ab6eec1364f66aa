import { ringPositions } from '../../../../../src/body/anatomy/electrodes.js';
import { exactUser } from '../../../../../src/body/intent/exact-user.js';
import { populationFields } from '../../../../../src/body/person/population-fields.js';
import type { Field } from '../../../../../src/ground/signal/field.js';
import { parseBody, type BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';

/** What a test says of a body: nested parts, merged field by field, lists whole. */
export type Patch = Readonly<Record<string, unknown>>;

/** A population of people who differ in nothing but where their units lie. */
export const alike: Patch = Object.fromEntries(
  Object.entries(populationFields).map(([name, { fields }]) => [
    name,
    Object.fromEntries(
      Object.entries<Field>(fields).map(([key, field]) => [key, field.kind === 'number' ? field.min : 0]),
    ),
  ]),
);

/**
 * A limb of two small opposing muscles under four channels at 1 kHz, whose user does exactly what is asked and
 * whose amplifier is silent, so that one dial at a time can be heard.
 */
const plain: Patch = {
  seed: 11,
  population: alike,
  sampleRateHz: 1000,
  muscles: [
    { name: 'flexor', angleDeg: 0, widthDeg: 60, unitCount: 40, drives: { 'elbow-flexion': 1 } },
    { name: 'extensor', angleDeg: 180, widthDeg: 60, unitCount: 40, drives: { 'elbow-extension': 1 } },
  ],
  electrodes: { positions: ringPositions(4) },
  disturbances: {
    noiseUv: 0,
    noiseSpreadDb: 0,
    noiseSlopeDbPerOctave: 0,
    noiseCommonPercent: 0,
    noiseKurtosis: 3,
    contactKohm: 0,
    referenceKohm: 0,
    rejectionDb: 200,
    mainsUv: 0,
    settlingPercent: 0,
    resolutionBits: 24,
  },
  intent: {
    movements: ['elbow-flexion', 'elbow-extension'],
    leadMs: 200,
    rampMs: 200,
    holdMs: 800,
    restMs: 400,
    strengthPercent: 40,
    ...exactUser,
  },
};

/** The plain body with parts replaced. */
export function dialBody(...patches: readonly Patch[]): BodyScenario {
  return parseBody(patches.reduce<unknown>(merge, plain));
}

/** A body with the field at a dotted path, list items by number, set to a value. */
export function withField(body: BodyScenario, path: string, value: unknown): BodyScenario {
  return parseBody(withAnything(body, path, value));
}

/** The same of anything, with whatever value, unchecked. */
export function withAnything(body: object, path: string, value: unknown): unknown {
  return put(body, path.split('.'), value);
}

/** What a body or a whole scenario says at a dotted path. */
export function fieldOf(body: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), body);
}

function put(at: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) return at.map((item, i) => (String(i) === key ? put(item, rest, value) : item));
  return { ...(isObject(at) ? at : {}), [key]: put(isObject(at) ? at[key] : undefined, rest, value) };
}

function merge(base: unknown, patch: unknown): unknown {
  if (!isObject(base) || !isObject(patch) || Array.isArray(patch)) return patch;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) merged[key] = merge(base[key], value);
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
