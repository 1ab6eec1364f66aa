import { limits } from '../../recordings/limits.js';
import { columnName, secondsPerUnit } from '../../recordings/column-name.js';
import { columnRole } from '../../recordings/column-role.js';
import { voltsPerUnit } from '../../recordings/unit-scale.js';
import { numberedNames, type Arrival } from '../arrival.js';
import { arrivalOf, markText, type Layout, type Row } from './rows-of-numbers.js';

/** What the OpenBCI GUI and others send beside the signal, under `type`. */
const noSignal = /^(?:fft|emg|emgJoystick|bandPower|[aA]ccel.*|aux.*|focus|pulse|digital|analog|impedance)$/;
/** Where the numbers of a message stand; the first that is there counts. */
const dataKeys = ['data', 'samples', 'values', 'emg', 'channels'] as const;
const markKeys = ['marker', 'mark', 'event'] as const;
const stampKeys = ['timestamp', 'timestamps', 'time', 't', 'ts'] as const;
const counterKeys = ['counter', 'seq', 'sequence', 'index', 'sample'] as const;
const rateKeys = ['sampleRateHz', 'sampleRate', 'sample_rate', 'srate', 'fs', 'rate'] as const;
/** Most samples of one message. */
const MOST_ROWS = 100_000;

type Fields = ReadonlyMap<string, unknown>;

/**
 * Messages of JSON, each with a sample, a list of samples or, as the OpenBCI GUI sends them, a list for every channel:
 * `[1,2,3]` · `[[…],[…]]` · `{"type":"timeSeriesRaw","data":[[…],[…]]}` · `{"t":0.001,"biceps":12,"triceps":3}`. Beside
 * `data` may stand `timestamp`, `counter`, `marker`, `sampleRate` and `unit`.
 */
export class JsonRows {
  private layout: Layout = { names: [] };
  private layoutKey = '';
  private type: string | undefined;

  /** @param channels how many are expected, where that is known: it tells lists of samples from lists of channels */
  constructor(
    private readonly note: (text: string) => void,
    private channels?: number,
  ) {}

  /** @returns undefined where the message has neither samples nor marks */
  read(text: string, atMs: number): Arrival | undefined {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      this.note('messages that are no JSON were passed over');
      return undefined;
    }
    if (Array.isArray(message)) return this.ofData(message, new Map(), atMs);
    if (typeof message !== 'object' || message === null) return this.nothing();
    return this.ofObject(new Map(Object.entries(message)), atMs);
  }

  private ofObject(fields: Fields, atMs: number): Arrival | undefined {
    const type = fields.get('type');
    if (typeof type === 'string' && !this.isSignal(type)) return undefined;
    const key = dataKeys.find((name) => Array.isArray(fields.get(name)));
    if (key !== undefined) return this.ofData(asList(fields.get(key)), fields, atMs);
    return this.ofNames(fields, atMs);
  }

  /** The first type that is a signal is taken; others beside it are the same signal in another form. */
  private isSignal(type: string): boolean {
    if (noSignal.test(type)) {
      this.note(`messages of type ${printable(type)} are no signal and were passed over`);
      return false;
    }
    this.type ??= type;
    if (type === this.type) return true;
    this.note(
      `messages of type ${printable(type)} were passed over: those of type ${printable(this.type)} are taken`,
    );
    return false;
  }

  private ofData(data: readonly unknown[], fields: Fields, atMs: number): Arrival | undefined {
    const nested = data.some(Array.isArray);
    const lists = nested ? data.map(asList) : [data];
    const [first = []] = lists;
    if (data.length === 0 || lists.some(({ length }) => length !== first.length)) return this.nothing();
    const byChannel = nested && this.isByChannel(lists.length, first.length);
    const channels = byChannel ? lists.length : first.length;
    const rows = byChannel ? first.length : lists.length;
    if (channels * rows === 0 || channels > limits.channels || rows > MOST_ROWS) return this.nothing();
    this.channels ??= channels;
    const numberAt = (row: number, c: number): number =>
      numberOf(byChannel ? lists[c]?.[row] : lists[row]?.[c]);
    const stamp = fieldOf(fields, stampKeys);
    const counter = fieldOf(fields, counterKeys);
    const mark = this.markOf(fields);
    const made = Array.from({ length: rows }, (_, row): Row => ({
      values: Float64Array.from({ length: channels }, (_, c) => numberAt(row, c)),
      stamp: itemOf(stamp, row),
      counter: itemOf(counter, row),
      ...(row === 0 && { mark }),
    }));
    return arrivalOf(made, this.layoutOf(numberedNames(channels), fields), atMs);
  }

  /** `[[…],[…]]`: a list for every channel, unless only the other reading has as many channels as are expected. */
  private isByChannel(outer: number, inner: number): boolean {
    return this.channels === undefined || outer === this.channels || inner !== this.channels;
  }

  /** A number under the name of each channel. */
  private ofNames(fields: Fields, atMs: number): Arrival | undefined {
    const signal: string[] = [];
    const values: number[] = [];
    let stamp: number | undefined;
    let counter: number | undefined;
    for (const [name, value] of fields) {
      if (typeof value !== 'number' && value !== null) continue;
      const role = columnRole(name);
      if (role === 'time' || among(stampKeys, name)) stamp = numberOf(value);
      else if (role === 'counter' || among(counterKeys, name)) counter = numberOf(value);
      else if (role === 'signal' && !among(rateKeys, name)) {
        signal.push(name);
        values.push(numberOf(value));
      }
    }
    const mark = this.markOf(fields);
    if (signal.length === 0) {
      if (mark === undefined) return this.nothing();
      return { ...arrivalOf([], this.layout, atMs), marks: [{ row: 0, text: mark }] };
    }
    const row = { values: Float64Array.from(values), stamp, counter, mark };
    return arrivalOf([row], this.layoutOf(signal, fields), atMs);
  }

  private layoutOf(written: readonly string[], fields: Fields): Layout {
    const unit = fields.get('unit') ?? fields.get('units');
    const rate = numberOf(fieldOf(fields, rateKeys));
    const timeUnit = [...fields.keys()]
      .map((name) => columnName(name))
      .find(({ name }) => isStamp(name))?.unit;
    const key = JSON.stringify([written, unit, rate, timeUnit]);
    if (key === this.layoutKey) return this.layout;
    this.layoutKey = key;
    const parts = written.map(columnName);
    const stated = typeof unit === 'string' ? voltsPerUnit(unit) : undefined;
    const own = parts.map((part) => (part.unit === undefined ? stated : voltsPerUnit(part.unit)));
    const scales = own.filter((scale) => scale !== undefined);
    const perStamp = timeUnit === undefined ? undefined : secondsPerUnit(timeUnit);
    this.layout = {
      names: parts.map(({ name }) => printable(name)),
      ...(scales.length === written.length && { scales }),
      ...(rate > 0 && { sampleRateHz: rate }),
      ...(perStamp !== undefined && { stampUnitS: perStamp }),
    };
    return this.layout;
  }

  private markOf(fields: Fields): string | undefined {
    const mark = fieldOf(fields, markKeys);
    if (typeof mark === 'number') return String(mark);
    return typeof mark === 'string' && mark.trim() !== '' ? markText(mark) : undefined;
  }

  private nothing(): undefined {
    this.note('messages without samples were passed over; send {"data":[[…],[…]]}, a list for every channel');
  }
}

function among(keys: readonly string[], name: string): boolean {
  return keys.includes(name);
}

function isStamp(name: string): boolean {
  return columnRole(name) === 'time';
}

function fieldOf(fields: Fields, keys: readonly string[]): unknown {
  const key = keys.find((name) => fields.has(name));
  return key === undefined ? undefined : fields.get(key);
}

/** A field that is one for the whole message holds for its first sample; a list has one for each. */
function itemOf(field: unknown, row: number): number | undefined {
  const item: unknown = Array.isArray(field) ? field[row] : row === 0 ? field : undefined;
  return typeof item === 'number' ? item : undefined;
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text of the sender's in a sentence for people. */
function printable(text: string): string {
  return text.replace(/[\p{C}\s]+/gu, ' ').slice(0, 60);
}
