import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { Gap } from '../clock.js';
import { InputFile } from '../input-file.js';
import { npyHeadBytes, numberReader, parseNpyHeader, type ArraySource } from '../npy/npy.js';
import type { Annotation, RecordingInfo } from '../recording.js';

/** Arrays of a spool with one row per sample, and their NumPy types. */
export const perSample = {
  signal: '<f4',
  clean: '<f4',
  excitation: '<f4',
  force: '<f4',
  strength: '<f4',
  movement: '<i2',
  cue: '<i2',
  flags: '<u4',
} as const;
export type PerSample = keyof typeof perSample;

/**
 * What a recording keeps on disk until its final form can be made: a folder of growing `.npy` arrays and a
 * log (`log.jsonl`) of what is known of it, annotations and the names that movement codes mean.
 */
export interface Spool {
  readonly dir: string;
  readonly info: RecordingInfo;
  readonly annotations: readonly Annotation[];
  /** Movement names; the codes in `movement` and `cue` are places in this list. */
  readonly names: readonly string[];
  /** Where samples are missing. */
  readonly gaps: readonly Gap[];
  /** Samples that every array has. */
  readonly samples: number;
  /** Arrays by name: those of {@link perSample} that exist, and `discharges` (muscle, unit, sample). */
  readonly arrays: ReadonlyMap<string, ArraySource>;
}

/** Lines of the log. */
export type LogLine =
  | { readonly info: LoggedInfo }
  | { readonly annotation: Annotation }
  | { readonly name: string }
  | { readonly gap: Gap };

interface LoggedInfo extends Omit<RecordingInfo, 'startedAt' | 'notes'> {
  readonly startedAt?: string;
}

export function logInfo(info: RecordingInfo): LogLine {
  const { sampleRateHz, channelNames, unit, muscleNames, flags, startedAt } = info;
  const start = startedAt && { startedAt: startedAt.toISOString() };
  return { info: { sampleRateHz, channelNames, unit, muscleNames, flags, ...start } };
}

/** Whether a folder holds a recording that was interrupted. */
export function isSpool(dir: string): Promise<boolean> {
  return access(join(dir, 'log.jsonl')).then(
    () => true,
    () => false,
  );
}

/**
 * Open a spool, finished or interrupted: its arrays are cut to the samples they all have.
 * @throws StreamError when it holds no readable log or signal
 */
export async function openSpool(dir: string): Promise<Spool> {
  const { info, annotations, names, gaps } = await readLog(dir);
  const arrays = new Map<string, ArraySource>();
  let samples = Infinity;
  for (const file of await readdir(dir)) {
    if (!file.endsWith('.npy')) continue;
    const name = file.slice(0, -4);
    const path = join(dir, file);
    const source = await InputFile.using(path, async (input) => {
      const header = parseNpyHeader(await input.read(0, npyHeadBytes), path);
      const rowBytes =
        (numberReader(header.descr)?.size ?? 1) * header.shape.slice(1).reduce((a, b) => a * b, 1);
      // The file's own length rather than the header, which lags behind after an interruption.
      return {
        ...header,
        shape: [Math.floor((input.size - header.offset) / rowBytes), ...header.shape.slice(1)],
      };
    });
    if (name in perSample) samples = Math.min(samples, source.shape[0] as number);
    arrays.set(name, source);
  }
  if (!arrays.has('signal'))
    throw new StreamError(`${dir}: holds no signal.npy`, {
      hint: 'The recording was interrupted before it began.',
    });
  for (const [name, source] of arrays)
    if (name in perSample) arrays.set(name, { ...source, shape: [samples, ...source.shape.slice(1)] });
  // The log is ahead of the arrays by half a second.
  return { dir, info, annotations, names, gaps: gaps.filter(({ row }) => row < samples), samples, arrays };
}

async function readLog(dir: string): Promise<Pick<Spool, 'info' | 'annotations' | 'names' | 'gaps'>> {
  let text: string;
  try {
    text = await readFile(join(dir, 'log.jsonl'), 'utf8');
  } catch (cause) {
    throw new StreamError(`${dir}: is not the folder of an interrupted recording`, {
      hint: 'Give a folder whose name ends in .part and that holds log.jsonl, or a LibEMG folder.',
      cause,
    });
  }
  const annotations: Annotation[] = [];
  const names: string[] = [];
  const gaps: Gap[] = [];
  let info: RecordingInfo | undefined;
  for (const line of text.split('\n')) {
    const entry = parseLine(line);
    if (!entry) continue;
    info = entry.info ?? info;
    if (entry.annotation) annotations.push(entry.annotation);
    if (entry.name !== undefined) names.push(entry.name);
    if (entry.gap) gaps.push(entry.gap);
  }
  if (!info)
    throw new StreamError(`${dir}: log.jsonl does not say what was recorded`, {
      hint: 'The recording was interrupted before it began.',
    });
  return { info, annotations: annotations.sort((a, b) => a.index - b.index), names, gaps };
}

type Parsed = { info?: RecordingInfo; annotation?: Annotation; name?: string; gap?: Gap };
type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** A line of the log; the last one of an interrupted recording may be torn, and is passed over. */
function parseLine(line: string): Parsed | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const { info, annotation, name, gap } = value;
  if (typeof name === 'string') return { name };
  if (isObject(annotation)) {
    const { index, text } = annotation;
    return typeof index === 'number' && typeof text === 'string'
      ? { annotation: { index, text } }
      : undefined;
  }
  if (isObject(gap)) {
    const [found] = gapsOf([gap.row, gap.missing]);
    return found && { gap: found };
  }
  const parsed = parseInfo(info);
  return parsed && { info: parsed };
}

const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.every((entry): entry is string => typeof entry === 'string')
    ? value
    : undefined;

/** Gaps as pairs of row and number of missing samples, in the order of their rows; what is none is passed over. */
export function gapsOf(pairs: ArrayLike<unknown>): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [row, missing] = [Number(pairs[i]), Number(pairs[i + 1])];
    const rises = row > (gaps.at(-1)?.row ?? -1);
    if (Number.isSafeInteger(row) && Number.isSafeInteger(missing) && rises && missing > 0)
      gaps.push({ row, missing });
  }
  return gaps;
}

/** What a recording's own JSON description says; undefined where it is none. */
export function parseInfo(info: unknown): RecordingInfo | undefined {
  if (!isObject(info)) return undefined;
  const { sampleRateHz, startedAt, flags } = info;
  const channelNames = texts(info['channelNames']);
  const muscleNames = texts(info['muscleNames']);
  if (typeof sampleRateHz !== 'number' || !channelNames) return undefined;
  const date = typeof startedAt === 'string' ? new Date(startedAt) : undefined;
  const bits = isObject(flags)
    ? Object.entries(flags).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    : undefined;
  return {
    sampleRateHz,
    channelNames,
    unit: 'V',
    ...(date && Number.isFinite(date.getTime()) && { startedAt: date }),
    ...(muscleNames && { muscleNames }),
    ...(bits && { flags: Object.fromEntries(bits) }),
  };
}
