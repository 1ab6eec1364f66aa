import { channelNames } from '../../body/anatomy/channel-names.js';
import { Decoder, type TrainingRecording } from '../../decoder/decoder.js';
import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import { channelOf, type SampleBlock } from '../../ground/signal/sample-block.js';
import { samplesOf } from '../../ground/signal/units.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import { testJoints } from '../../patient/online-tests/test-joints.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import type { OutsidePart } from './outside-part.js';
import { creatorOf, nameOf, type ClassifierLoader, type InsideChoice } from '../classifier-choice.js';

/** A partial description of a decoder, merged over that of the person. */
export type DecoderPatch = Partial<Omit<DecoderSpec, 'smoothing'>> & {
  readonly smoothing?: Partial<DecoderSpec['smoothing']>;
};

/** What is measured: how decoders of it are made, in every person anew. */
export interface BenchmarkDecoder {
  readonly name: string;
  readonly patch: DecoderPatch;
  /** A classifier in place of one of ours. */
  readonly classifier?: InsideChoice;
  /** A model that decides in place of the decoder's own, which then is but the frame of it. */
  readonly outside?: OutsidePart;
}

/** The decoder of a person's preset with the benchmark's common frame: the same windows, steps and filters for all. */
export function specIn(scenario: Scenario, patch: DecoderPatch): DecoderSpec {
  const { decoder } = mergeScenario(scenario, { decoder: patch });
  return decoder.control === 'direct'
    ? { ...decoder, direct: { ...decoder.direct, joints: jointsOf(scenario) } }
    : decoder;
}

/** Trains decoders of one kind on recordings of a person. */
export async function trainerIn(
  scenario: Scenario,
  { patch, classifier }: BenchmarkDecoder,
  load?: ClassifierLoader,
): Promise<(recordings: readonly TrainingRecording[], more?: DecoderPatch) => Decoder> {
  const own =
    classifier === undefined
      ? undefined
      : {
          name: nameOf(classifier),
          create: await creatorOf(classifier, scenario.decoder.modelOptions, load),
        };
  const { electrodes, sampleRateHz, movements } = scenario;
  return (recordings, more = {}) => {
    const spec = specIn(scenario, { ...patch, ...more });
    return Decoder.train(spec, recordings, {
      ...{ sampleRateHz, channelNames: channelNames(electrodes), movements },
      ...(own && { extensions: { classifier: own } }),
    }).decoder;
  };
}

/** The last part of the first recording of every class: what a calibration of seconds has. */
export function briefly(recordings: readonly TrainingRecording[], ms: number): TrainingRecording[] {
  const first = recordings.filter(
    ({ label }, n) => recordings.findIndex((other) => other.label === label) === n,
  );
  return first.map((one) => ({ ...one, signal: lastOf(one.signal, ms) }));
}

function lastOf(block: SampleBlock, ms: number): SampleBlock {
  const length = Math.min(block.length, samplesOf(ms, block.sampleRateHz));
  const from = block.length - length;
  const data = new Float32Array(block.channels * length);
  for (let c = 0; c < block.channels; c++) data.set(channelOf(block, c).subarray(from), c * length);
  return { ...block, index: block.index + from, length, data };
}

/** Joints that two sites can drive in this person. */
function jointsOf({ calibration, prosthesis, movements }: Scenario): DecoderSpec['direct']['joints'] {
  const vocabulary = vocabularyOf({ movements });
  const known = calibration.movements.filter((id) => id !== 'rest');
  return testJoints({ movements: known, vocabulary, prosthesis }).map(({ dof }) => dof);
}
