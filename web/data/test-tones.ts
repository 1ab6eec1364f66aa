import { isRecord } from './is-record.js';
import { pathOf, valueAt } from './scenario-path.js';

/** The sine that a channel receives. */
export interface Tone {
  readonly frequencyHz: number;
  readonly rmsUv: number;
}

/** Whether known sines reach the electrodes in place of muscles, so that there is nothing to decode. */
export function hasTones(scenario: unknown): boolean {
  return valueAt(scenario, pathOf('testTones.on')) === true;
}

/** The sine of each channel; none where muscles are heard. */
export function tonesOf(scenario: unknown, channels: number): Tone[] {
  const list = valueAt(scenario, pathOf('testTones.tones'));
  if (!hasTones(scenario) || !Array.isArray(list)) return [];
  const tones = list.filter(isTone);
  if (tones.length === 0) return [];
  return Array.from({ length: channels }, (_, c) => tones[c % tones.length]).filter(
    (tone) => tone !== undefined,
  );
}

function isTone(value: unknown): value is Tone {
  return isRecord(value) && typeof value.frequencyHz === 'number' && typeof value.rmsUv === 'number';
}
