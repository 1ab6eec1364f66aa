import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { labelsWithin } from '../edge-labels.js';
import { InputFile } from '../input-file.js';
import { limits } from '../limits.js';
import type { Annotation, ReadOptions, Recording } from '../recording.js';
import { sharedUnit } from '../unit-scale.js';
import { segmentsOfAnnotations } from '../segments.js';
import { Anchors } from './xdf-anchors.js';
import { chooseStream, isCues } from './xdf-choice.js';
import { clockCorrection } from './xdf-clock.js';
import { batchesOf, numberCues, textCues } from './xdf-samples.js';
import { scanXdf, type FoundStream } from './xdf-scan.js';
import { electrodesOf, type XdfChannel } from './xdf-stream.js';
import { xdfTimeline, type XdfTimeline } from './xdf-timeline.js';

/**
 * Read the EMG of an XDF file: the stream that `stream` names, else the only one of EMG, else the only one of numbers.
 * Stamps are brought to one clock by the offsets that the recorder measured; a line through them gives the true rate,
 * gaps as jumps of the sample index, and the sample nearest to each cue. Streams of texts and of numbered cues become
 * annotations. A file cut short is read up to its last whole chunk. `info.notes` says all that was left out or assumed.
 *
 * @throws StreamError where the file is damaged, or does not tell which stream or what rate
 */
export async function readXdf(path: string, options: ReadOptions = {}): Promise<Recording> {
  return InputFile.using(path, async (file) => {
    const notes: string[] = [];
    const streams = await scanXdf(file, notes);
    const signal = chooseStream(streams, options.stream, path, notes);
    const channels = electrodesOf(signal, options, path, notes);
    const anchors = await anchorsOf(file, signal);
    if (anchors.samples === 0)
      throw new StreamError(`${path}: the stream "${signal.name}" holds no samples`, {
        hint: 'Nothing was recorded of it; take another stream with --stream NAME, or give another file.',
      });
    const { nominalRateHz, name } = signal;
    const timeline = xdfTimeline(anchors.finish(), anchors.samples, nominalRateHz, name, notes);
    const sampleRateHz = rateOf(path, signal, timeline, options, notes);
    const annotations = await labelsOf(file, streams, signal, timeline, notes);
    const segments = segmentsOfAnnotations(annotations, timeline.length);
    return {
      info: {
        sampleRateHz,
        channelNames: channels.map((channel) => channel.name),
        unit: 'V' as const,
        ...sharedUnit(channels.map(({ scale }) => scale)),
        ...(notes.length > 0 && { notes }),
      },
      annotations,
      ...(segments.length > 0 && { segments }),
      blocks: () => blocksOf(path, signal, channels, timeline, sampleRateHz),
    };
  });
}

/** The stamps of a stream on the recorder's clock. */
async function anchorsOf(file: InputFile, stream: FoundStream): Promise<Anchors> {
  const correct = clockCorrection(stream.offsets);
  const anchors = new Anchors(stream.nominalRateHz);
  for await (const { stamps } of batchesOf(file, stream))
    for (const stamp of stamps) anchors.add(correct(stamp));
  return anchors;
}

/** Samples a second: as asked for, else as the stamps or the header have it. */
function rateOf(
  path: string,
  { name, nominalRateHz }: FoundStream,
  timeline: XdfTimeline,
  { sampleRateHz }: ReadOptions,
  notes: string[],
): number {
  const own = timeline.rateHz ?? (nominalRateHz > 0 ? nominalRateHz : undefined);
  if (sampleRateHz !== undefined) {
    if (own !== undefined && Math.abs(sampleRateHz / own - 1) > 1e-3)
      notes.push(
        `The rate is ${sampleRateHz} Hz as asked for; the stream "${name}" says ${Number(own.toPrecision(7))} Hz.`,
      );
    return sampleRateHz;
  }
  const { lowest, highest } = limits.sampleRateHz;
  if (own !== undefined && own >= lowest && own <= highest) return own;
  throw new StreamError(
    own === undefined
      ? `${path}: the stream "${name}" states no rate and has no time stamps that tell it`
      : `${path}: the stream "${name}" has ${Number(own.toPrecision(7))} Hz, EMG is recorded at ${lowest} Hz to ${highest} Hz`,
    { hint: 'Say the rate with --rate, such as --rate 1000, or take another stream with --stream NAME.' },
  );
}

/** Cues of all streams that have some, at the samples nearest to them. */
async function labelsOf(
  file: InputFile,
  streams: readonly FoundStream[],
  signal: FoundStream,
  timeline: XdfTimeline,
  notes: string[],
): Promise<readonly Annotation[]> {
  const found: Annotation[] = [];
  for (const stream of streams) {
    if (stream === signal || !isCues(stream)) continue;
    const cues = await (stream.format === 'string' ? textCues(file, stream) : numberCues(file, stream));
    const correct = clockCorrection(stream.offsets);
    let unplaced = 0;
    for (const { time, text } of cues) {
      const index = timeline.indexAt(correct(time));
      if (index === undefined) unplaced++;
      else if (text !== '') found.push({ index, text });
    }
    if (unplaced > 0)
      notes.push(
        `${unplaced} of ${cues.length} labels of the stream "${stream.name}" have no time and were left out.`,
      );
    const [measured, other] = stream.offsets.length > 0 ? [stream, signal] : [signal, stream];
    if (
      cues.length > 0 &&
      other.offsets.length === 0 &&
      measured.offsets.some(({ value }) => Math.abs(value) > 1e-3)
    )
      notes.push(
        `The clock of the stream "${other.name}" was never compared with the recorder's; its time stamps were taken as they are.`,
      );
  }
  return labelsWithin(found, timeline.length, notes);
}

async function* blocksOf(
  path: string,
  stream: FoundStream,
  channels: readonly XdfChannel[],
  { stretches }: XdfTimeline,
  rate: number,
): AsyncIterable<SampleBlock> {
  const file = await InputFile.open(path);
  let sample = 0;
  let place = 0;
  try {
    for await (const { count, value } of batchesOf(file, stream))
      for (let from = 0; from < count;) {
        while (sample >= (stretches[place]?.until ?? Infinity)) place++;
        const stretch = stretches[place] ?? { from: 0, until: Infinity, index: 0 };
        const length = Math.min(count - from, stretch.until - sample);
        const block = createBlock(stretch.index + sample - stretch.from, rate, channels.length, length);
        for (const [c, { at, scale }] of channels.entries())
          for (let i = 0; i < length; i++) block.data[c * length + i] = value(from + i, at) * scale;
        from += length;
        sample += length;
        yield block;
      }
  } finally {
    await file.close();
  }
}
