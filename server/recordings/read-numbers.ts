import { channelOf } from '../../src/ground/signal/sample-block.js';
import { chosenChannels } from './chosen-channels.js';
import { openCsv } from './csv/csv-table.js';
import { readRecording } from './read-recording.js';
import { defaultUnitScale, type ReadOptions, type SegmentRange } from './recording.js';
import { formatOf } from './registry.js';

/** Consecutive samples without a gap. */
export interface Stretch {
  /** Index of the first sample. */
  readonly index: number;
  readonly channels: readonly Float64Array[];
}

/** A whole recording as numbers in its own unit, where volts in single precision are too coarse. */
export interface NumberRecording {
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Volts per number. */
  readonly unitScale: number;
  readonly stretches: readonly Stretch[];
  readonly segments: readonly SegmentRange[];
  readonly notes: readonly string[];
}

/**
 * Read a recording whole: text in full precision and in the unit of its first electrode, everything else in µV.
 * @throws StreamError where the file cannot be read
 */
export async function readNumbers(path: string, options: ReadOptions = {}): Promise<NumberRecording> {
  return formatOf(path)?.name === 'csv' ? numbersOfText(path, options) : numbersOfOther(path, options);
}

async function numbersOfText(path: string, options: ReadOptions): Promise<NumberRecording> {
  const table = await openCsv(path, options);
  const names = table.signals.map(({ name }) => name);
  const chosen = options.channels
    ? chosenChannels(names, options.channels, path)
    : names.map((_, channel) => channel);
  const unitScale = table.signals[chosen[0] ?? 0]?.scale ?? defaultUnitScale;
  const factors = chosen.map((c) => (table.signals[c]?.scale ?? unitScale) / unitScale);
  const notes = [...table.notes];
  if (factors.some((factor) => factor !== 1))
    notes.push(`Channels have several units; all are in that of ${names[chosen[0] ?? 0]}.`);
  const gathered = new Gathered(chosen.length);
  for await (const { index, length, values } of table.samples())
    gathered.add(
      index,
      length,
      (n, i) => (values[i * names.length + (chosen[n] ?? 0)] ?? NaN) * (factors[n] ?? 1),
    );
  return {
    sampleRateHz: table.sampleRateHz,
    channelNames: chosen.map((c) => names[c] ?? ''),
    unitScale,
    stretches: gathered.stretches(),
    segments: table.segments,
    notes,
  };
}

async function numbersOfOther(path: string, options: ReadOptions): Promise<NumberRecording> {
  const { info, segments = [], blocks } = await readRecording(path, options);
  const gathered = new Gathered(info.channelNames.length);
  for await (const block of blocks()) {
    const channels = info.channelNames.map((_, c) => channelOf(block, c));
    gathered.add(block.index, block.length, (c, i) => (channels[c]?.[i] ?? NaN) / defaultUnitScale);
  }
  return {
    sampleRateHz: info.sampleRateHz,
    channelNames: info.channelNames,
    unitScale: defaultUnitScale,
    stretches: gathered.stretches(),
    segments,
    notes: info.notes ?? [],
  };
}

/** Joins blocks that follow one another. */
class Gathered {
  private readonly found: { index: number; length: number; parts: Float64Array[][] }[] = [];

  constructor(private readonly channels: number) {}

  add(index: number, length: number, value: (channel: number, sample: number) => number): void {
    const part = Array.from({ length: this.channels }, (_, c) =>
      Float64Array.from({ length }, (__, i) => value(c, i)),
    );
    const last = this.found.at(-1);
    if (last?.index !== undefined && last.index + last.length === index) {
      last.parts.push(part);
      last.length += length;
    } else this.found.push({ index, length, parts: [part] });
  }

  stretches(): Stretch[] {
    return this.found.map(({ index, length, parts }) => ({
      index,
      channels: Array.from({ length: this.channels }, (_, c) => {
        const whole = new Float64Array(length);
        let at = 0;
        for (const part of parts) {
          const piece = part[c];
          if (!piece) continue;
          whole.set(piece, at);
          at += piece.length;
        }
        return whole;
      }),
    }));
  }
}
