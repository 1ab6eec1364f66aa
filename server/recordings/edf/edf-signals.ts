import { StreamError } from '../../../src/ground/signal/errors.js';
import { checkBytes, limits } from '../limits.js';
import { defaultUnitScale, type ReadOptions } from '../recording.js';
import { namesNoUnit, voltsPerUnit } from '../unit-scale.js';
import { bytesPerSample, type EdfHeader, type EdfSignal } from './edf-header.js';
import { biosignalOf, looksFilteredForEmg } from './edf-kinds.js';

/** A signal that is read. */
export interface EdfChannel {
  readonly signal: EdfSignal;
  /** Byte offset within a data record. */
  readonly offset: number;
  readonly name: string;
  /** Of the physical dimension. */
  readonly voltsPerNumber: number;
  readonly voltsPerDigit: number;
  readonly voltsAtZero: number;
}

/** Place of an annotations signal within a data record. */
export interface AnnotationPlace {
  readonly offset: number;
  readonly bytes: number;
}

/** What of a data record is read. */
export interface EdfSelection {
  readonly recordBytes: number;
  /** At least one; all of one rate. */
  readonly channels: readonly EdfChannel[];
  readonly annotationPlaces: readonly AnnotationPlace[];
}

type Found = EdfChannel & { readonly kind: 'emg' | 'other' | undefined };

/**
 * The EMG of a file, and nothing else: signals that label, transducer or prefilter call EMG, with unnamed ones beside
 * them; without any, signals that are not called something else. Of several rates the one that most EMG has; among
 * unnamed signals the one that is filtered as EMG is, else the highest. What is left out or assumed goes to `notes`.
 *
 * @throws StreamError where no signal is a voltage, or a data record is larger than is allowed
 */
export function selectSignals(
  header: EdfHeader,
  { unitScale }: ReadOptions,
  path: string,
  notes: string[],
): EdfSelection {
  const width = bytesPerSample[header.format];
  const annotationPlaces: AnnotationPlace[] = [];
  const voltages: Found[] = [];
  const left = new LeftOut(notes);
  const unitless: string[] = [];
  const rangeless: string[] = [];
  let offset = 0;
  for (const signal of header.signals) {
    const bytes = signal.samples * width;
    const { kind, role } = biosignalOf(signal);
    const scale =
      voltsPerUnit(signal.dimension) ??
      (namesNoUnit(signal.dimension) ? (unitScale ?? defaultUnitScale) : undefined);
    if (/^(?:EDF|BDF) Annotations$/i.test(signal.label)) annotationPlaces.push({ offset, bytes });
    else if (role !== 'signal') left.add(`${role}, no electrode`, signal);
    else if (signal.samples < 1) left.add('without samples', signal);
    else if (scale === undefined) left.add(`in "${signal.dimension}", not a voltage`, signal);
    else {
      voltages.push({ ...scaled(signal, scale), offset, kind });
      if (voltsPerUnit(signal.dimension) === undefined) unitless.push(signal.label);
      if (widthOf(signal) === 0) rangeless.push(signal.label);
    }
    offset += bytes;
  }
  const channels = emgOf(voltages, header, left);
  if (channels.length === 0) throw nothingIn(header, path);
  checkBytes(
    offset,
    limits.wholeFileBytes,
    `${path}: one data record takes`,
    'The number of samples per record is damaged; export the recording again, in records of a second.',
  );
  left.tell();
  const kept = new Set(channels.map(({ signal }) => signal.label));
  const told = (labels: readonly string[], what: string): void => {
    const named = labels.filter((label) => kept.has(label));
    if (named.length > 0) notes.push(`${subject(named)} ${what}`);
  };
  if (unitScale === undefined)
    told(unitless, 'without a unit: the numbers were taken as µV (--unit mV says otherwise).');
  told(rangeless, 'with a physical or digital range of no width: digital numbers were kept as they are.');
  return { recordBytes: offset, channels, annotationPlaces };
}

function emgOf(voltages: readonly Found[], header: EdfHeader, left: LeftOut): readonly Found[] {
  const named = voltages.filter(({ kind }) => kind === 'emg');
  const unnamed = voltages.filter(({ kind }) => kind === undefined);
  const pool = named.length > 0 ? named : unnamed.length > 0 ? unnamed : voltages;
  const filtered = named.length > 0 ? [] : pool.filter(({ signal }) => looksFilteredForEmg(signal.prefilter));
  const samples =
    named.length > 0
      ? mostCommon(named)
      : Math.max(...(filtered.length > 0 ? filtered : pool).map(({ signal }) => signal.samples));
  const isTaken = ({ kind, signal }: Found): boolean =>
    signal.samples === samples && (pool === voltages || kind !== 'other');
  const rate = (count: number): string =>
    header.recordSeconds > 0
      ? `${Number((count / header.recordSeconds).toPrecision(7))} Hz`
      : `${count} samples a record`;
  for (const found of voltages) {
    if (isTaken(found)) continue;
    const { samples: own } = found.signal;
    const other = own === samples ? '' : ` at ${rate(own)} instead of ${rate(samples)}`;
    left.add(found.kind === 'other' ? `not EMG${other && `,${other}`}` : other.trim(), found.signal);
  }
  const taken = voltages.filter(isTaken);
  if (pool === voltages && taken.length > 0)
    left.notes.push(`No signal is called EMG: ${list(taken)} were read.`);
  return taken;
}

/** Signals left out, one sentence per reason. */
class LeftOut {
  private readonly reasons = new Map<string, string[]>();
  constructor(readonly notes: string[]) {}

  add(reason: string, { label }: EdfSignal): void {
    this.reasons.set(reason, [...(this.reasons.get(reason) ?? []), label]);
  }

  tell(): void {
    for (const [reason, labels] of this.reasons) this.notes.push(`${subject(labels)} left out: ${reason}.`);
  }
}

const subject = (labels: readonly string[]): string =>
  `${labels.length === 1 ? 'Signal' : `${labels.length} signals`} ${quoted(labels)}`;
const quoted = (labels: readonly string[]): string => labels.map((label) => `"${label}"`).join(', ');
const list = (found: readonly Found[]): string => quoted(found.map(({ signal }) => signal.label));

/** The number of samples a record that most signals have; of two, the higher. */
function mostCommon(found: readonly Found[]): number {
  const counts = new Map<number, number>();
  for (const { signal } of found) counts.set(signal.samples, (counts.get(signal.samples) ?? 0) + 1);
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best,
  )[0];
}

function widthOf({ physicalMin, physicalMax, digitalMin, digitalMax }: EdfSignal): number {
  return (physicalMax - physicalMin) * (digitalMax - digitalMin);
}

function scaled(signal: EdfSignal, scale: number): Omit<EdfChannel, 'offset'> {
  const { label, physicalMin, physicalMax, digitalMin, digitalMax } = signal;
  const hasRange = widthOf(signal) !== 0;
  const gain = hasRange ? (physicalMax - physicalMin) / (digitalMax - digitalMin) : 1;
  return {
    signal,
    name: label.replace(/^EMG +/i, '') || label,
    voltsPerNumber: scale,
    voltsPerDigit: gain * scale,
    voltsAtZero: hasRange ? (physicalMin - digitalMin * gain) * scale : 0,
  };
}

function nothingIn({ signals }: EdfHeader, path: string): StreamError {
  const labels = signals.map(({ label }) => label);
  if (labels.every((label) => /annotations$/i.test(label)))
    return new StreamError(`${path}: holds annotations only, no signal`, {
      hint: 'Give the file that holds the EMG; this one belongs beside it.',
    });
  const found = signals.map(({ label, dimension }) => `"${label}" in "${dimension}"`).join(', ');
  return new StreamError(`${path}: found no voltage signal among ${found}`, {
    hint: 'A recording needs at least one signal in V, mV, uV or nV.',
  });
}
