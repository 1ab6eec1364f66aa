import { StreamError } from '../../src/ground/signal/errors.js';
import { channelOf, createBlock, type SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { Recording } from './recording.js';

/**
 * Places of the channels that are wanted, in the order in which they are given.
 * @param wanted names, numbers from 1, or ranges of numbers such as `1-8`; a name counts before a number
 * @throws StreamError for a channel that is not there, or is given twice
 */
export function chosenChannels(
  channelNames: readonly string[],
  wanted: readonly string[],
  path: string,
): number[] {
  const chosen = wanted.flatMap((text) => placesOf(text, channelNames, path));
  const twice = chosen.find((place, n) => chosen.indexOf(place) !== n);
  if (twice !== undefined)
    throw new StreamError(`${path}: channel ${channelNames[twice]} is chosen twice`, {
      hint: `Give every channel once, such as --channels ${[...new Set(chosen)].map((c) => c + 1).join(',')}.`,
    });
  return chosen;
}

/** A recording of some of its channels, as {@link chosenChannels} finds them. */
export function withChannels(recording: Recording, wanted: readonly string[], path: string): Recording {
  const { channelNames } = recording.info;
  const chosen = chosenChannels(channelNames, wanted, path);
  const names = chosen.map((c) => channelNames[c] ?? '');
  return {
    ...recording,
    info: { ...recording.info, channelNames: names },
    async *blocks() {
      for await (const block of recording.blocks()) yield picked(block, chosen);
    },
  };
}

function placesOf(text: string, names: readonly string[], path: string): number[] {
  const wanted = text.trim();
  const same = (name: string): boolean => name.trim().toLowerCase() === wanted.toLowerCase();
  const exact = names.indexOf(wanted);
  const named = exact >= 0 ? exact : names.findIndex(same);
  if (named >= 0) return [named];
  const range = /^(\d+)(?:\s*-\s*(\d+))?$/.exec(wanted);
  const first = Number(range?.[1] ?? NaN);
  const last = Number(range?.[2] ?? range?.[1] ?? NaN);
  if (first >= 1 && last >= first && last <= names.length)
    return Array.from({ length: last - first + 1 }, (_, n) => first - 1 + n);
  throw new StreamError(`${path}: there is no channel ${wanted}; it has ${names.length}`, {
    hint: `Give --channels by number, 1 to ${names.length}, or by name: ${listed(names)}.`,
  });
}

function listed(names: readonly string[]): string {
  return names.length > 16 ? `${names.slice(0, 16).join(', ')} …` : names.join(', ');
}

function picked(block: SampleBlock, chosen: readonly number[]): SampleBlock {
  const { index, sampleRateHz, length, labels } = block;
  const kept = createBlock(index, sampleRateHz, chosen.length, length);
  chosen.forEach((c, n) => kept.data.set(channelOf(block, c), n * length));
  return labels ? { ...kept, labels } : kept;
}
