import { StreamError } from '../../../src/ground/signal/errors.js';
import type { FoundStream } from './xdf-scan.js';

/** Words for what is done and when, in the name or type of a stream. */
const cueWords = /marker|stim|event|trigger|cue|label|annotation|class|gesture|movement|prompt|target/i;

/** Streams that say what is done and when: texts, and numbers that are called so or come now and then. */
export function isCues(stream: FoundStream): boolean {
  const { type, name, format, nominalRateHz, channelCount, width } = stream;
  if (format === 'string') return true;
  if (width === undefined || /emg/i.test(type)) return false;
  if (cueWords.test(type) || (cueWords.test(name) && !isEmg(stream))) return true;
  return nominalRateHz === 0 && channelCount === 1 && format.startsWith('int') && !isEmg(stream);
}

/**
 * The stream that is read: the one of that name, type or number, else the only EMG, else the only stream of numbers.
 * @throws StreamError where there is none, or more than one that it could be
 */
export function chooseStream(
  streams: readonly FoundStream[],
  wanted: string | undefined,
  path: string,
  notes: string[],
): FoundStream {
  const numeric = streams.filter((stream) => (stream.width ?? 0) > 0 && stream.channelCount > 0);
  const signals = numeric.filter((stream) => !isCues(stream));
  const emg = signals.filter(isEmg);
  const candidates =
    wanted !== undefined
      ? numeric.filter((stream) => isCalled(stream, wanted))
      : emg.length > 0
        ? emg
        : signals;
  const filled = candidates.filter(({ chunks }) => chunks.length > 0);
  const [chosen, another] = filled.length > 0 ? filled : candidates;
  if (!chosen || another) {
    const names = streams.map(describe).join(', ') || 'no streams';
    throw new StreamError(
      another
        ? `${path}: ${wanted === undefined ? 'several streams could be the EMG' : `several streams are called "${wanted}"`}; it holds ${names}`
        : `${path}: found no ${wanted === undefined ? 'EMG stream' : `stream of numbers called "${wanted}"`}; it holds ${names}`,
      {
        hint: another
          ? `Name the one to read, such as --stream "${chosen?.name ?? ''}"${isNameless(filled) ? ', or by its number' : ''}.`
          : 'Name the stream to read with --stream NAME, or give a file that holds EMG.',
      },
    );
  }
  const left = signals.filter((stream) => stream !== chosen && stream.chunks.length > 0);
  if (left.length > 0)
    notes.push(`The stream "${chosen.name}" was read; ${left.map(describe).join(', ')} left out.`);
  return chosen;
}

const isEmg = ({ type, name }: Pick<FoundStream, 'type' | 'name'>): boolean =>
  /emg/i.test(type) || /emg|\bmyo/i.test(name);

const isCalled = ({ id, name, type }: FoundStream, wanted: string): boolean =>
  [name, type, String(id)].some((text) => text.toLowerCase() === wanted.toLowerCase());

/** Names that do not tell the streams apart. */
const isNameless = (streams: readonly FoundStream[]): boolean =>
  new Set(streams.map(({ name }) => name)).size < streams.length;

const describe = ({ id, name, type, nominalRateHz }: FoundStream): string =>
  `"${name}" (number ${id}, ${type || 'no type'}, ${nominalRateHz} Hz)`;
