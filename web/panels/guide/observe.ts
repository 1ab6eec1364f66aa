import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { truthRows } from '../../../src/protocol/stream-rows.js';
import type { Page } from '../../data/page.js';
import type { Store } from '../../data/store.js';
import type { Observation } from './observation.js';
import { restDrive, steadyStretches, type DriveStep, type IntentStep } from './stretches.js';

/** Seconds that are looked at where there are as many; a person rests and moves several times within them. */
const LOOKED_S = 16;
const SETTLING_S = 0.5;

/** Newest seconds of raw and decoded signal that the page holds. */
export function secondsHeard(store: Store): number {
  const [from, to] = rangeOf(store) ?? [0, 0];
  return (to - from) / (store.info?.sampleRateHz ?? 1);
}

function rangeOf(store: Store): [from: number, to: number] | undefined {
  const raw = store.samples.get('raw');
  const filtered = store.samples.get('filtered');
  if (!raw || !filtered) return undefined;
  const to = Math.min(raw.end, filtered.end);
  const looked = Math.round(LOOKED_S * (store.info?.sampleRateHz ?? 1));
  return [Math.min(to, Math.max(raw.start, filtered.start, to - looked)), to];
}

/** What the page has seen of its patient in the last seconds; undefined before anything came. */
export function observe({ store, windows }: Page): Observation | undefined {
  const range = rangeOf(store);
  const { info, calibration, statistics } = store;
  const [raw, filtered] = [store.samples.get('raw'), store.samples.get('filtered')];
  if (!range || !info || !raw || !filtered) return undefined;
  const [from, to] = range;
  const steps = truthSteps(store, from, to);
  const stretches = steadyStretches(steps, to - from, SETTLING_S * info.sampleRateHz);
  const drive = restDrive(steps, stretches);
  const delay = statistics?.latency;
  return {
    sampleRateHz: info.sampleRateHz,
    channels: info.channels,
    raw: rowsOf(raw, from, to),
    filtered: rowsOf(filtered, from, to),
    stretches,
    ...(drive !== undefined && { restExcitation: drive }),
    windows: windows.windows.filter(({ end }) => end > from),
    ...(typeof calibration?.accuracy === 'number' && { calibratedAccuracy: calibration.accuracy }),
    calibratedOverRest: Object.fromEntries(
      (calibration?.quality ?? []).flatMap(({ label, amplitudeOverRest }) =>
        amplitudeOverRest === null ? [] : [[label, amplitudeOverRest]],
      ),
    ),
    ...(delay && { delayMs: delay.totalMs + (delay.computeMs ?? 0) + (store.transportMs || 0) }),
  };
}

function rowsOf(ring: RingBuffer, from: number, to: number): Float32Array[] {
  const all = new Float32Array(ring.channels * (to - from));
  ring.read(from, to - from, all);
  return Array.from({ length: ring.channels }, (_, c) =>
    all.subarray(c * (to - from), (c + 1) * (to - from)),
  );
}

/** Intent and the busiest muscle's drive within a range; nothing where nobody tells them sample by sample. */
function truthSteps(store: Store, from: number, to: number): (IntentStep & DriveStep)[] {
  const truth = store.columns.get('truth');
  const rows = store.rows('truth');
  if (!truth || !rows) return [];
  const { movement, excitation } = truthRows.places(rows);
  const drives = [...excitation.values()];
  const steps: (IntentStep & DriveStep)[] = [];
  for (let back = truth.held - 1; back >= 0; back--) {
    const index = truth.indexOf(back);
    const column = truth.column(back);
    if (!column || index < from || index >= to) continue;
    steps.push({
      from: index - from,
      movement: store.info?.movements[column[movement] ?? -1] ?? 'rest',
      excitation: drives.reduce((most, row) => Math.max(most, column[row] ?? 0), 0),
    });
  }
  return steps;
}
