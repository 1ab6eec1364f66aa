import { naturally } from '../../src/ground/signal/naturally.js';
import { basename, resolve } from 'node:path';
import { Decoder } from '../../src/decoder/decoder.js';
import { conventionText } from '../../src/study/convention.js';
import { playedFaults } from '../../src/study/played-faults.js';
import { recordedDecoder } from '../../src/study/recorded-decoder.js';
import { splitRows, usualDivision, type Split } from '../../src/study/split.js';
import type { CommandContext } from '../cli/context.js';
import { decoderOfData, refuseBody, refuseTwice } from '../cli/decoder-of-data.js';
import { halfOf, readLabelledData, trainingRecordings } from '../cli/labelled-data.js';
import { readJson } from '../read-json.js';
import { summaryText } from '../recordings/data-summary.js';
import type { LabelledSegment } from '../recordings/recording.js';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { SessionPlan } from '../sessions/session-plan.js';
import type { DataFlags } from '../cli/data-flags.js';
import { decoderPatch, type DecoderFlags } from '../cli/decoder-flags.js';
import type { ScenarioFlags } from '../cli/options.js';

/** The flags that say how a recording is read, played and decoded. */
export interface ReplayFlags
  extends DecoderFlags, DataFlags, Pick<ScenarioFlags, 'preset' | 'scenario' | 'set' | 'seed' | 'person'> {
  readonly testTrials?: string[];
  readonly decoder?: string;
  readonly recordings: string;
}

/**
 * Read a recording and say what was found in it: the plan of a session that plays it.
 * @param command that asks, for hints
 * @throws MyodesisError where it cannot be read, or is no recording of classes
 */
export async function replayPlan(
  path: string,
  flags: ReplayFlags,
  command: string,
  { terminal }: Pick<CommandContext, 'terminal'>,
): Promise<SessionPlan> {
  refuseTwice(flags.set, flags);
  refuseBody(flags, command);
  const data = await readLabelledData(path, flags);
  const { segments, channelNames, sampleRateHz, unitVolts, summary, ...read } =
    flags.decoder === undefined ? data : halfOf(data, 'test');
  const patch = decoderPatch(flags, unitVolts);
  const { decoder: spec, notes: chosen } = await decoderOfData(flags, recordedDecoder, patch);
  const signal = { sampleRateHz, channelNames };
  const decoder =
    flags.decoder === undefined ? undefined : Decoder.fromJSON(await readJson(flags.decoder), signal);
  const parts = decoder ? { played: segments, training: [] } : split(segments, flags.testTrials);
  const faults = decoder ? playedFaults(segments, channelNames) : [];
  const recording = {
    name: basename(path),
    found: summaryText(summary),
    counts: conventionText(decoder?.spec ?? spec),
    notes: [...chosen, ...read.notes, ...faults],
  };
  terminal.err(`found: ${recording.found}\ncounts: ${recording.counts}\n`);
  for (const note of recording.notes) terminal.err(`note: ${note}\n`);
  return {
    kind: 'replay',
    clock: 'real',
    recordingsFolder: resolve(flags.recordings),
    recording,
    played: parts.played.map(({ label, signal }) => ({ label, signal: inSharedMemory(signal) })),
    training: trainingRecordings(parts.training).map((one) => ({
      ...one,
      signal: inSharedMemory(one.signal),
    })),
    ...(decoder && { decoder: decoder.toJSON() }),
    spec,
    channelNames,
    unitVolts,
  };
}

/** The same signal where every thread can read it, so that no session needs a copy. */
function inSharedMemory(signal: SampleBlock): SampleBlock {
  const data = new Float32Array(new SharedArrayBuffer(signal.data.byteLength));
  data.set(signal.data);
  return { ...signal, data };
}

/** What is played and what the decoder learns from: whole trials, or repetitions where there is one trial only. */
export function split(
  segments: readonly LabelledSegment[],
  testTrials?: readonly string[],
): { played: LabelledSegment[]; training: LabelledSegment[] } {
  const { parts } = splitRows(segments, testTrials ? { testTrials } : lastOf(segments));
  const pick = (of: 'train' | 'test') => parts.flatMap((part) => part[of].flatMap((n) => segments[n] ?? []));
  return { played: pick('test'), training: pick('train') };
}

/** The half to test on, the last trial, or the last repetition, as {@link usualDivision} tells. */
function lastOf(segments: readonly LabelledSegment[]): Split {
  const by = usualDivision(segments);
  if (by === 'part') return {};
  const trials = new Set(segments.map(({ trial }) => trial));
  const [last = ''] = [...trials].sort((a, b) => naturally(b, a));
  if (by === 'trial') return { testTrials: [last] };
  return { testRepetitions: [Math.max(...segments.map(({ repetition }) => repetition))] };
}
