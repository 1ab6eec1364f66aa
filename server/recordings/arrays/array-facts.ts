import { voltsPerUnit } from '../unit-scale.js';
import { limits } from '../limits.js';
import { groupOf, shortName, sizeOf, type ArrayFile, type NamedArray } from './named-array.js';

/** A value that stands beside a signal, and where it stood. */
export interface Fact<Value> {
  readonly value: Value;
  readonly from: string;
}

const rateNames = [
  'sampleratehz',
  'samplingratehz',
  'samplerate',
  'samplingrate',
  'samplingfrequency',
  'samplefrequency',
  'samplingfreq',
  'samplefreq',
  'emgsamplingrate',
  'emgsamplerate',
  'emgrate',
  'emgfs',
  'fsemg',
  'fs',
  'fshz',
  'sfreq',
  'srate',
  'fsamp',
  'fsample',
  'sf',
  'sr',
  'frequency',
  'freq',
  'rate',
];
const unitNames = ['unit', 'units', 'emgunit', 'emgunits', 'unitofmeasure'];
const channelNames = [
  'channelnames',
  'channellabels',
  'channels',
  'chnames',
  'chlabels',
  'electrodenames',
  'electrodes',
];

const plain = (name: string): string =>
  shortName(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');

/** What stands beside a signal under names that people use: attributes of the signal, its neighbours, the file. */
export class ArrayFacts {
  /** Arrays that were made use of. */
  readonly used = new Set<NamedArray>();

  constructor(
    private readonly file: ArrayFile,
    private readonly signal: NamedArray,
  ) {
    this.used.add(signal);
  }

  /** Sampling rate as the file says it, Hz. */
  async sampleRateHz(): Promise<Fact<number> | undefined> {
    const found = await this.first(rateNames, ({ content, shape }) => content !== 'other' && one(shape));
    const [value] = found?.value ?? [];
    if (!found || value === undefined) return undefined;
    const [, number = '', kilo] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*(k?)(?:hz)?\s*$/i.exec(String(value)) ?? [];
    const rate = typeof value === 'number' ? value : Number(number || NaN) * (kilo ? 1000 : 1);
    return { value: rate, from: found.from };
  }

  /** Unit as the file says it; its volts are undefined where it is none of voltage. */
  async unit(): Promise<(Fact<string> & { readonly volts: number | undefined }) | undefined> {
    const found = await this.first(unitNames, ({ content }) => content === 'texts');
    const [value] = found?.value ?? [];
    return found && typeof value === 'string' && value.trim() !== ''
      ? { value, from: found.from, volts: voltsPerUnit(value) }
      : undefined;
  }

  /** Names of channels, where the file has as many as one side of the signal is long. */
  async channels(): Promise<string[]> {
    const [rows = 0, columns = 1] = this.signal.shape;
    const fits = (count: number): boolean => count === rows || count === columns;
    const found = await this.first(
      channelNames,
      (array) => array.content === 'texts' && fits(sizeOf(array)),
      fits,
    );
    return found?.value.every((name) => typeof name === 'string') ? found.value.map(String) : [];
  }

  /** When the recording began. */
  startedAt(): Date | undefined {
    const [value] = attributeOf(this.signal.attributes, ['startedat']) ?? [];
    const date = typeof value === 'string' ? new Date(value) : undefined;
    return date && Number.isFinite(date.getTime()) ? date : undefined;
  }

  private async first(
    names: readonly string[],
    fits: (array: NamedArray) => boolean,
    count: (values: number) => boolean = () => true,
  ): Promise<Fact<readonly (number | string)[]> | undefined> {
    const own = attributeOf(this.signal.attributes, names);
    if (own && count(own.length)) return { value: own, from: this.signal.name };
    const group = groupOf(this.signal.name);
    // Neighbours first: a struct or a group has a rate of its own.
    const near = this.file.arrays.filter(({ name }) => name.startsWith(group));
    for (const arrays of [near, this.file.arrays])
      for (const name of names)
        for (const array of arrays)
          if (plain(array.name) === name && fits(array) && sizeOf(array) <= limits.channels) {
            this.used.add(array);
            const value = array.content === 'texts' ? await array.texts() : Array.from(await array.numbers());
            return { value, from: array.name };
          }
    const around = attributeOf(this.file.attributes, names);
    return around && count(around.length) ? { value: around, from: this.file.path } : undefined;
  }
}

function attributeOf(
  attributes: NamedArray['attributes'],
  names: readonly string[],
): readonly (number | string)[] | undefined {
  for (const name of names)
    for (const [key, value] of attributes ?? []) if (plain(key) === name && value.length > 0) return value;
  return undefined;
}

const one = (shape: readonly number[]): boolean => shape.every((size) => size === 1);
