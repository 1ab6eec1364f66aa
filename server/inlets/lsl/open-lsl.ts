import { StreamError } from '../../../src/ground/signal/errors.js';
import type { LslSample } from '../../../src/devices/lsl/sample-reader.js';
import { electrodesOf, parseStream, type XdfChannel } from '../../recordings/xdf/xdf-stream.js';
import type { ArrivedMark, Declared, Feed, FeedListener, OpenFeed } from '../arrival.js';
import { LslSource, type SourceListener } from './lsl-source.js';
import type { RemoteClock } from './remote-clock.js';
import { quoted, type RemoteStream } from './remote-stream.js';
import { fullInfoOf } from './stream-connection.js';
import { StreamSearch } from './stream-search.js';

/** Which streams of Lab Streaming Layer are read, and where they are searched for. */
export interface LslWanted {
  /** Name of the signal's stream, or an XPath predicate such as `type='EMG'`. */
  readonly stream: string;
  /** The same for a stream of texts that come along. */
  readonly markers?: string | undefined;
  /** Address of the machine that sends them. */
  readonly peer: string;
  /** Port that searches go to. */
  readonly port: number;
}

/** Texts that may wait for the signal that they belong to. */
const MOST_MARKS = 1000;

/** A stream of Lab Streaming Layer, and the markers that belong to it. */
export function lslStream(wanted: LslWanted, declared: Declared): OpenFeed {
  return async (listener, now) => {
    const search = await StreamSearch.open(wanted.peer, wanted.port, (text) => listener.note(text));
    const signal = new SignalFeed(listener, declared, now);
    const sources = [new LslSource(search, queryOf(wanted.stream), signal)];
    if (wanted.markers !== undefined)
      sources.push(new LslSource(search, queryOf(wanted.markers), markerListener(signal, listener)));
    return {
      name: `LSL ${wanted.stream}`,
      close: () => {
        for (const source of sources) source.close();
        return search.close();
      },
    } satisfies Feed;
  };
}

/** A bare word is a name. */
function queryOf(wanted: string): string {
  return /[=('"<>]/.test(wanted) ? wanted : `name=${quoted(wanted)}`;
}

function markerListener(signal: SignalFeed, listener: FeedListener): SourceListener {
  return {
    found: ({ name, format }) => {
      if (format === 'string') return Promise.resolve();
      throw new StreamError(`LSL: the stream "${name}" has numbers, expected one of texts`, {
        hint: 'Choose another by --lsl-markers, such as --lsl-markers "type=\'Markers\'".',
      });
    },
    samples: (samples, clock) => {
      for (const { stamp, values } of samples) signal.mark(values.join(' '), stamp, clock);
    },
    note: (text) => listener.note(text),
    failed: (error) => listener.failed(error),
  };
}

/** Hands on what a stream of numbers brings, with the texts that belong to its samples. */
class SignalFeed implements SourceListener {
  private stream: RemoteStream | undefined;
  private electrodes: readonly XdfChannel[] = [];
  private names: readonly string[] = [];
  private scales: readonly number[] = [];
  /** What the clock of the sender was ahead when the stream was found: a later estimate would look like a gap. */
  private offset: number | undefined;
  private offsetOf: RemoteClock | undefined;
  private readonly marks: { readonly text: string; readonly atS: number }[] = [];

  constructor(
    private readonly listener: FeedListener,
    private readonly declared: Declared,
    private readonly now: () => number,
  ) {}

  async found(stream: RemoteStream): Promise<void> {
    const where = `LSL ${stream.hostname}`;
    if (stream.format === 'string')
      throw new StreamError(`${where}: the stream "${stream.name}" has texts, expected numbers`, {
        hint: 'Choose another by --lsl-stream, and take this one by --lsl-markers.',
      });
    const notes: string[] = [];
    const described = parseStream(1, await fullInfoOf(stream), where);
    const { unitVolts } = this.declared;
    this.electrodes = electrodesHere(() =>
      electrodesOf(described, unitVolts === undefined ? {} : { unitScale: unitVolts }, where, notes),
    );
    const names = this.electrodes.map(({ name }) => name);
    // The same array for as long as the channels are the same: that is how others know.
    if (names.join('\n') !== this.names.join('\n')) this.names = names;
    this.scales = this.electrodes.map(({ scale }) => scale);
    const again = this.stream ? 'goes on' : 'was found';
    const before = this.stream?.nominalRateHz ?? stream.nominalRateHz;
    this.stream = stream;
    if (before !== stream.nominalRateHz)
      notes.push(
        `the stream "${stream.name}" has ${stream.nominalRateHz} samples a second now, ${before} before: start anew`,
      );
    for (const note of notes) this.listener.note(note);
    this.listener.note(`the stream "${stream.name}" of ${stream.hostname} ${again}`);
  }

  samples(samples: readonly LslSample[], clock: RemoteClock): void {
    if (this.offsetOf !== clock) [this.offset, this.offsetOf] = [clock.offset, clock];
    const { electrodes, names, scales, stream, offset } = this;
    const values = new Float64Array(samples.length * electrodes.length);
    samples.forEach((sample, row) =>
      electrodes.forEach(({ at }, c) => {
        const value = sample.values[at];
        values[row * electrodes.length + c] = typeof value === 'number' ? value : NaN;
      }),
    );
    const marks = this.due(samples, clock);
    const rate = stream?.nominalRateHz ?? 0;
    this.listener.arrived({
      atMs: this.now(),
      names,
      rows: samples.length,
      values,
      scales,
      ...(rate > 0 && { sampleRateHz: rate }),
      ...(offset !== undefined && {
        stamps: Float64Array.from(samples, ({ stamp }) => (stamp === undefined ? NaN : stamp + offset)),
        stampUnitS: 1,
      }),
      ...(marks.length > 0 && { marks }),
    });
  }

  failed(error: unknown): void {
    this.listener.failed(error);
  }

  note(text: string): void {
    this.listener.note(text);
  }

  /** A text that belongs to a time on the clock of its own sender. */
  mark(text: string, stamp: number | undefined, { offset }: RemoteClock): void {
    const atS = stamp === undefined || offset === undefined ? -Infinity : stamp + offset;
    if (this.marks.push({ text, atS }) > MOST_MARKS) this.marks.shift();
  }

  /** Texts that belong to these samples, or to ones before them. */
  private due(samples: readonly LslSample[], { offset = 0 }: RemoteClock): ArrivedMark[] {
    if (this.marks.length === 0) return [];
    const interval = 1 / Math.max(this.stream?.nominalRateHz ?? 0, 1);
    let at = NaN;
    const times = samples.map(({ stamp }) => (at = stamp === undefined ? at + interval : stamp + offset));
    const last = times.at(-1) ?? NaN;
    const due: ArrivedMark[] = [];
    for (const mark of this.marks.splice(0)) {
      // Of samples without a time nothing is known but that they come now.
      if (mark.atS > last) this.marks.push(mark);
      else
        due.push({
          row: Math.max(
            0,
            times.findIndex((time) => time >= mark.atS),
          ),
          text: mark.text,
        });
    }
    return due;
  }
}

/** What files are told to do is not what can be done here. */
function electrodesHere(read: () => XdfChannel[]): XdfChannel[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof StreamError)) throw error;
    throw new StreamError(error.message, { hint: 'Choose another stream by --lsl-stream.', cause: error });
  }
}
