import { StreamError } from '../../../src/ground/signal/errors.js';
import { decimal } from '../decimal.js';
import { columnRole } from '../column-role.js';
import { checkCount, limits } from '../limits.js';
import { defaultUnitScale, type ReadOptions } from '../recording.js';
import { namesNoUnit, voltsPerUnit } from '../unit-scale.js';
import { elementsOf, parseXml, textAt, type XmlElement } from './xdf-xml.js';

/** A stream as its header describes it. */
export interface XdfStream {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly channelCount: number;
  /** Samples a second; 0 where they come irregularly. */
  readonly nominalRateHz: number;
  readonly format: string;
  /** Bytes per number; 0 for text, undefined for a format that XDF does not have. */
  readonly width: number | undefined;
  readonly channels: readonly XmlElement[];
}

const widths: Readonly<Record<string, number>> = {
  float32: 4,
  double64: 8,
  int8: 1,
  int16: 2,
  int32: 4,
  int64: 8,
  string: 0,
};

/**
 * Parse the header of a stream.
 * @throws StreamError where it is no XML
 */
export function parseStream(id: number, xml: string, path: string): XdfStream {
  const top = parseXml(xml.replace(/\0+$/, ''), `${path}: stream ${id}`);
  const info = top.children.find(({ name }) => name === 'info') ?? top;
  const number = (name: string): number => decimal(textAt(info, name)) ?? 0;
  const channelCount = Math.floor(Math.max(0, number('channel_count')));
  const name = textAt(info, 'name');
  const format = textAt(info, 'channel_format').toLowerCase();
  return {
    id,
    name,
    type: textAt(info, 'type'),
    channelCount,
    nominalRateHz: Math.max(0, number('nominal_srate')),
    format,
    width: Object.hasOwn(widths, format) ? widths[format] : undefined,
    channels: elementsOf(info, 'channel').slice(0, channelCount),
  };
}

/** A channel that is read. */
export interface XdfChannel {
  /** Place within the samples of its stream. */
  readonly at: number;
  readonly name: string;
  /** Volts per number. */
  readonly scale: number;
}

/**
 * The electrodes among the channels of a stream; what is left out or assumed goes to `notes`.
 * @throws StreamError where it has none, or more channels than are allowed
 */
export function electrodesOf(
  { name: stream, channels, channelCount }: XdfStream,
  { unitScale }: ReadOptions,
  path: string,
  notes: string[],
): XdfChannel[] {
  checkCount(
    channelCount,
    limits.channels,
    `${path}: channels of the stream "${stream}":`,
    'The header of the stream is damaged, or it is no EMG; --stream NAME takes another.',
  );
  const electrodes: XdfChannel[] = [];
  const left: string[] = [];
  const unitless: string[] = [];
  for (let at = 0; at < channelCount; at++) {
    const described = channels[at];
    const name = textAt(described, 'label') || textAt(described, 'name') || `ch${at + 1}`;
    const unit = textAt(described, 'unit');
    const volts = voltsPerUnit(unit);
    const role = columnRole(name);
    const isEmg = /emg/i.test(textAt(described, 'type'));
    if (volts === undefined && !namesNoUnit(unit)) left.push(`"${name}" (in ${unit})`);
    else if (role !== 'signal' && !isEmg) left.push(`"${name}" (${role})`);
    else {
      if (volts === undefined) unitless.push(name);
      electrodes.push({ at, name, scale: volts ?? unitScale ?? defaultUnitScale });
    }
  }
  if (electrodes.length === 0)
    throw new StreamError(
      `${path}: the stream "${stream}" has no electrode; it has ${left.join(', ') || 'no channels'}`,
      {
        hint: 'Take another stream with --stream NAME, or give a file that holds EMG.',
      },
    );
  if (left.length > 0)
    notes.push(
      `Of the stream "${stream}" ${left.join(', ')} left out: no ${left.length === 1 ? 'electrode' : 'electrodes'}.`,
    );
  if (unitless.length > 0 && unitScale === undefined)
    notes.push(
      `${unitless.length === channelCount ? 'The channels' : unitless.map((label) => `"${label}"`).join(', ')} of the stream "${stream}" without a unit: the numbers were taken as µV (--unit mV says otherwise).`,
    );
  return electrodes;
}
