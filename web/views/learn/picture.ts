import { boundsOf } from './bounds.js';
import type { Measured } from './measured.js';
import { discharges, pattern, rmsUv, strongest } from './measures.js';
import { moverOf, movementsOf } from './movements-of.js';
import { densityDb } from './density-db.js';

/** Part of the measured stretch that a picture of traces shows, in seconds: all pictures of a lesson are as long. */
export const SHOWN_S = 1.5;

/** What a lesson looks at. */
export type PictureKind = 'traces' | 'spectrum' | 'raster' | 'waveforms' | 'bars' | 'decisions';

/** Something that was measured, ready to be drawn; pictures of one kind are drawn at one scale. */
export type Picture =
  | {
      readonly kind: 'traces';
      readonly seconds: number;
      /** Smallest and largest value of each column, in µV, of the channels shown. */
      readonly traces: readonly { readonly name: string; readonly low: number[]; readonly high: number[] }[];
    }
  | {
      readonly kind: 'spectrum';
      /** Highest frequency shown, Hz. */
      readonly hz: number;
      /** dB re 1 µV²/Hz at even steps from 0 Hz. */
      readonly lines: readonly { readonly name: 'raw' | 'filtered'; readonly db: number[] }[];
    }
  | {
      readonly kind: 'raster';
      readonly seconds: number;
      /** Motor units of the muscle that have discharged or could have. */
      readonly units: number;
      readonly dots: readonly { readonly s: number; readonly unit: number }[];
    }
  | {
      readonly kind: 'waveforms';
      readonly ms: number;
      readonly waves: readonly { readonly name: string; readonly uv: readonly number[] }[];
    }
  | { readonly kind: 'bars'; readonly bars: readonly { readonly name: string; readonly uv: number }[] }
  | {
      readonly kind: 'decisions';
      readonly seconds: number;
      readonly spans: readonly {
        readonly wanted: string;
        readonly decided: string;
        readonly share: number;
      }[];
    };

const COLUMNS = 220;
const MOST_TRACES = 4;

/** The picture of a stretch; undefined while there is nothing of it. */
export function pictureOf(kind: PictureKind, at: Measured): Picture | undefined {
  switch (kind) {
    case 'traces':
      return tracesOf(at);
    case 'spectrum':
      return spectrumOf(at);
    case 'raster':
      return rasterOf(at);
    case 'waveforms':
      return waveformsOf(at);
    case 'bars':
      return barsOf(at);
    case 'decisions':
      return decisionsOf(at);
  }
}

/** Largest value over pictures of one lesson, so that all are drawn alike. */
export function scaleOf(pictures: readonly Picture[]): number {
  return Math.max(1e-3, ...pictures.map(largest).filter(Number.isFinite));
}

function largest(picture: Picture): number {
  switch (picture.kind) {
    case 'traces':
      return Math.max(...held(picture.traces.flatMap(({ low, high }) => [...low, ...high])).map(Math.abs));
    case 'spectrum':
      return Math.max(...picture.lines.flatMap(({ db }) => db));
    case 'raster':
      return picture.units;
    case 'waveforms':
      return Math.max(...picture.waves.flatMap(({ uv }) => uv.map(Math.abs)));
    case 'bars':
      return Math.max(...picture.bars.map(({ uv }) => uv));
    case 'decisions':
      return 1;
  }
}

const held = (values: readonly number[]): number[] => values.filter((value) => !Number.isNaN(value));

function rateOf({ page }: Measured): number {
  return page.store.info?.sampleRateHz ?? NaN;
}

/** Channels that are spread over all there are, so that a lesson's pictures show the same ones. */
function shownChannels(count: number): number[] {
  const step = Math.max(1, count / MOST_TRACES);
  return Array.from({ length: Math.min(count, MOST_TRACES) }, (_, i) => Math.floor(i * step));
}

function tracesOf(at: Measured): Picture | undefined {
  const { page, to } = at;
  const ring = page.store.samples.get('filtered');
  const length = Math.round(SHOWN_S * rateOf(at));
  if (!ring || !(ring.end > 0)) return undefined;
  const end = Math.min(to, ring.end);
  const names = page.store.info?.channels ?? [];
  return {
    kind: 'traces',
    seconds: SHOWN_S,
    traces: shownChannels(ring.channels).map((channel) => ({
      name: names[channel] ?? String(channel + 1),
      ...boundsOf(ring, channel, end - length, length, COLUMNS),
    })),
  };
}

function spectrumOf(at: Measured): Picture | undefined {
  const HIGHEST = 250;
  const lines = (['raw', 'filtered'] as const).flatMap((name) => {
    const channel = strongest(rmsUv(at, 'filtered'));
    const db = densityDb(at, name, channel, HIGHEST);
    return db ? [{ name, db }] : [];
  });
  return lines.length > 0 ? { kind: 'spectrum', hz: HIGHEST, lines } : undefined;
}

function rasterOf(at: Measured): Picture | undefined {
  const { page, from, to } = at;
  const all = discharges(at);
  const { scenario } = page.store;
  const muscle = moverOf(scenario, movementsOf(scenario)[0]);
  const rate = rateOf(at);
  const dots = all
    .filter((one) => one.muscle === muscle)
    .map(({ unit, at: sample }) => ({ s: (sample - from) / rate, unit }));
  const seconds = (to - from) / rate;
  const units = page.store.muap?.muscle === muscle ? page.store.muap.territories.length : 0;
  return { kind: 'raster', seconds, units: Math.max(units, ...dots.map(({ unit }) => unit + 1), 1), dots };
}

function waveformsOf({ page }: Measured): Picture | undefined {
  const { muap, info } = page.store;
  if (!muap) return undefined;
  const { channels, sampleRateHz } = muap;
  return {
    kind: 'waveforms',
    ms: (1000 * (channels[0]?.length ?? 0)) / sampleRateHz,
    waves: channels.slice(0, 8).map((volts, channel) => ({
      name: info?.channels[channel] ?? String(channel + 1),
      uv: volts.map((volt) => 1e6 * volt),
    })),
  };
}

function barsOf(at: Measured): Picture | undefined {
  const names = at.page.store.info?.channels ?? [];
  const values = pattern(at);
  if (values.length === 0 || !values.every(Number.isFinite)) return undefined;
  return { kind: 'bars', bars: values.map((uv, i) => ({ name: names[i] ?? String(i + 1), uv })) };
}

function decisionsOf(at: Measured): Picture | undefined {
  const { page, from, to } = at;
  const windows = page.windows.windows.filter(({ end }) => end > from && end <= to);
  if (windows.length === 0) return undefined;
  const spans: { wanted: string; decided: string; count: number }[] = [];
  for (const { label: wanted, decided } of windows) {
    const last = spans.at(-1);
    if (last?.wanted === wanted && last.decided === decided) last.count++;
    else spans.push({ wanted, decided, count: 1 });
  }
  return {
    kind: 'decisions',
    seconds: (to - from) / rateOf(at),
    spans: spans.map(({ wanted, decided, count }) => ({ wanted, decided, share: count / windows.length })),
  };
}
