import { StreamError } from '../../ground/signal/errors.js';
import { Resampler } from '../../ground/signal/resample.js';
import { channelOf, createBlock } from '../../ground/signal/sample-block.js';
import { studyData } from '../study-data.js';
import type { Person } from './portrait.js';

/** People whose recordings have one rate and as many channels, with what was done to them. */
export interface AlikePeople {
  readonly real: readonly Person[];
  readonly simulated: readonly Person[];
  readonly notes: readonly string[];
}

/**
 * Bring recordings to the lowest of their rates, so that a wider band tells nobody apart.
 * @throws StreamError where people differ in their channels
 */
export function atSameRate(real: readonly Person[], simulated: readonly Person[]): AlikePeople {
  const everyone = [...real, ...simulated];
  const channels = everyone[0]?.data.channelNames.length ?? 0;
  const odd = everyone.find(({ data }) => data.channelNames.length !== channels);
  if (odd)
    throw new StreamError(
      `${odd.name} has ${odd.data.channelNames.length} channels, ${everyone[0]?.name} has ${channels}`,
      {
        hint:
          'Compare recordings of as many electrodes: choose the preset that has them, or change its electrodes ' +
          'in a scenario file.',
      },
    );
  const rate = Math.min(...everyone.map(({ data }) => data.sampleRateHz));
  const faster = everyone.filter(({ data }) => data.sampleRateHz !== rate);
  const rates = [...new Set(faster.map(({ data }) => data.sampleRateHz))];
  const brought = (people: readonly Person[]): Person[] => people.map((person) => resampled(person, rate));
  return {
    real: brought(real),
    simulated: brought(simulated),
    notes:
      faster.length > 0
        ? [
            `Recordings at ${rates.join(' and ')} Hz were brought to ${rate} Hz, what lies above half of it removed.`,
          ]
        : [],
  };
}

/** A person's recordings at another rate. */
export function resampled({ name, data }: Person, rateHz: number): Person {
  if (data.sampleRateHz === rateHz) return { name, data };
  const resampler = new Resampler(data.sampleRateHz, rateHz);
  const segments = data.segments.map((segment) => {
    const { signal } = segment;
    const channels = Array.from({ length: signal.channels }, (_, c) =>
      resampler.process(channelOf(signal, c)),
    );
    const block = createBlock(0, rateHz, signal.channels, channels[0]?.length ?? 0);
    channels.forEach((x, c) => block.data.set(x, c * block.length));
    return { ...segment, signal: block };
  });
  return { name, data: studyData(segments, data.channelNames) };
}
