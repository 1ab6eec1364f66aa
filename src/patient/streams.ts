import type { SignalContext } from '../decoder/signal-context.js';
import type { Vocabulary } from '../ground/movement/vocabulary.js';
import { defer, filter, map, zip, type Observable } from 'rxjs';
import { quantumSamples } from '../body/physiology/quantum.js';
import type { Truth } from '../body/synthesis/truth.js';
import type { Decision } from '../decoder/decision.js';
import type { Command } from '../decoder/prosthesis/command.js';
import type { JointState } from '../decoder/prosthesis/prosthesis.js';
import { fingerNames } from '../decoder/prosthesis/grip.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { DecodingLine } from '../pipeline/decoding-line.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { commandRows, decisionRows, prosthesisRows } from '../protocol/stream-rows.js';
import { Envelope } from './envelope.js';
import type { StreamFrame } from './session.js';
import { dischargeFrame, TruthColumns } from './truth-frames.js';

/** A raw block as it comes, with what really happened where that is known. */
export interface Shown {
  readonly signal: SampleBlock;
  readonly truth?: Truth | undefined;
}

/** Frames by stream; each is computed while somebody listens, and only then. */
export type Streams = Readonly<Partial<Record<StreamName, Observable<StreamFrame>>>>;

/** Streams of the signal as it comes. */
export function signalStreams(
  shown$: Observable<Shown>,
  { channelNames, sampleRateHz }: SignalContext,
  vocabulary: Vocabulary,
): Streams {
  const channels = channelNames.length;
  const truth$ = shown$.pipe(
    map(({ truth }) => truth),
    filter((truth) => truth !== undefined),
  );
  return {
    raw: shown$.pipe(map(({ signal }) => signal)),
    envelope: defer(() => {
      const envelope = new Envelope(channels, sampleRateHz);
      return shown$.pipe(map(({ signal }) => envelope.push(signal)));
    }).pipe(filter((columns) => columns !== undefined)),
    clean: truth$.pipe(map(({ index, length, clean }) => ({ index, channels, length, data: clean }))),
    truth: defer(() => {
      const columns = new TruthColumns(quantumSamples(sampleRateHz), vocabulary);
      return truth$.pipe(map((truth) => columns.push(truth)));
    }).pipe(filter((columns) => columns !== undefined)),
    discharges: truth$.pipe(map(dischargeFrame)),
  };
}

/**
 * Streams of what the line makes of it.
 * @param dofs joints that the prosthesis has, asked for with every column
 */
export function lineStreams(
  line: DecodingLine,
  dofs: () => readonly DofId[],
  vocabulary: Vocabulary,
): Streams {
  return {
    filtered: line.filtered$,
    features: line.features$.pipe(map(({ index, values }) => column(index, Float32Array.from(values)))),
    decisions: line.decisions$.pipe(map((decision) => column(decision.index, decisionColumn(decision)))),
    command: zip(line.decisions$, line.commands$).pipe(
      map(([{ smoothed }, command]) => {
        const movement = vocabulary.number(command.movement);
        return column(command.index, commandColumn(command, movement, smoothed, dofs()));
      }),
    ),
    prosthesis: line.prosthesis$.pipe(map((state) => column(state.index, postureColumn(state, dofs())))),
  };
}

function decisionColumn(decision: Decision): Float32Array {
  const { posterior, steps, confidence, rejected, speed, latencyMs } = decision;
  return decisionRows.pack({
    posterior,
    step: steps,
    confidence,
    rejected: rejected ? 1 : 0,
    speed,
    latencyMs,
  });
}

function commandColumn(
  { velocities, confidence, latencyMs }: Command,
  movement: number,
  smoothed: number,
  dofs: readonly DofId[],
): Float32Array {
  return commandRows.pack({
    velocity: dofs.map((dof) => velocities[dof]),
    movement,
    class: smoothed,
    confidence,
    latencyMs,
  });
}

function postureColumn({ positions, velocities, fingers }: JointState, dofs: readonly DofId[]): Float32Array {
  return prosthesisRows.pack({
    position: dofs.map((dof) => positions[dof] ?? 0),
    velocity: dofs.map((dof) => velocities[dof] ?? 0),
    finger: fingers ? fingerNames.map((finger) => fingers[finger]) : [],
  });
}

function column(index: number, data: Float32Array): StreamFrame {
  return { index, channels: data.length, length: 1, data };
}
