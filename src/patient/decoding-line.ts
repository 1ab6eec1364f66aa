import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import type { Decoding } from '../decoder/decoding.js';
import { filterSpecs } from '../decoder/filters/filter-fields.js';
import { FilterChain } from '../decoder/filters/filter-chain.js';
import { Windower } from '../decoder/window.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import { commandOf, restCommand, type Command } from '../decoder/prosthesis/command.js';
import type { ProsthesisSpec } from '../decoder/prosthesis/prosthesis-fields.js';
import { Prosthesis } from '../decoder/prosthesis/prosthesis.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import type { Classification } from '../decoder/classification.js';
import type { FeatureVector } from '../decoder/feature-vector.js';
import { OutsideQuestions } from '../decoder/outside/outside-questions.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import { commandRows, decisionRows, movementNumber, prosthesisRows } from '../protocol/stream-rows.js';
import type { FrameBus } from './frame-bus.js';
import type { StreamFrame } from './session.js';

/** A decision, with the name of what was decided and where its window began. */
export interface Decided {
  readonly decision: Decision;
  readonly command: Command;
  readonly windowIndex: number;
  /** Name of the class decided, as the decoder calls it; `rest` where none. */
  readonly label: string;
}

/**
 * From raw blocks to a moving prosthesis, as it runs live: filter, window, decide, command, move. Puts every
 * step on the streams of the bus. One line per decoder; a new decoder gets a new line.
 *
 * With an outside model the posterior is that of the model, and decisions come when it answers; where it does not
 * answer in time, the prosthesis rests.
 */
export class DecodingLine {
  readonly prosthesis: Prosthesis;
  private readonly chain: FilterChain;
  private readonly windower: Windower;
  private command: Command = restCommand(0);
  private replacedBefore = 0;
  private readonly decoding: Decoding;
  private readonly outside: OutsideQuestions | undefined;

  /** @param decided told of every decision, in order */
  constructor(
    readonly decoder: Decoder,
    private prosthesisSpec: ProsthesisSpec,
    joints: readonly DofId[],
    private readonly bus: FrameBus,
    private readonly decided: (decided: Decided) => void,
    readonly model?: OutsideModel,
  ) {
    const { sampleRateHz, channelNames } = decoder.signal;
    const { specs } = filterSpecs(decoder.spec.filters, sampleRateHz);
    this.chain = new FilterChain(specs, sampleRateHz, channelNames.length);
    this.windower = new Windower(decoder.spec, sampleRateHz, channelNames.length);
    this.prosthesis = new Prosthesis(prosthesisSpec, joints);
    this.decoding = decoder.decoding();
    if (model) this.outside = new OutsideQuestions(decoder, model);
  }

  /** Adopt new limits of the prosthesis. */
  update(prosthesisSpec: ProsthesisSpec): void {
    this.prosthesisSpec = prosthesisSpec;
    this.prosthesis.update(prosthesisSpec);
  }

  /** Non-finite samples replaced since the last call. */
  takeReplaced(): number {
    const replaced = this.chain.replaced - this.replacedBefore;
    this.replacedBefore = this.chain.replaced;
    return replaced;
  }

  /** Run one raw block through. Returns the number of windows that ended in it. */
  process(block: SampleBlock): number {
    const { bus, decoder, outside } = this;
    const filtered = this.chain.process(block);
    bus.emit('filtered', filtered);
    let windows = 0;
    this.windower.push(filtered, (window) => {
      windows++;
      const vector = decoder.observe(window);
      if (outside) outside.push(vector, (answer) => this.obey(answer, vector));
      else this.obey(decoder.classify(vector), vector);
    });
    this.move(block);
    return windows;
  }

  /** Decide nothing any more: what an outside model still answers is ignored. */
  close(): void {
    this.outside?.close();
  }

  private obey(classification: Classification, { values }: FeatureVector): void {
    const { bus } = this;
    const decision = this.decoding.push(classification);
    const command = commandOf(decision, this.prosthesisSpec);
    this.command = command;
    if (bus.wanted('features')) bus.emit('features', column(decision.index, Float32Array.from(values)));
    if (bus.wanted('decisions')) bus.emit('decisions', column(decision.index, decisionColumn(decision)));
    if (bus.wanted('command')) bus.emit('command', column(decision.index, this.commandColumn(decision)));
    const { windowIndex, decided: label } = decision;
    this.decided({ decision, command, windowIndex, label });
  }

  private commandColumn({ smoothed }: Decision): Float32Array {
    const { velocities, movement, confidence, latencyMs } = this.command;
    return commandRows.pack({
      velocity: this.prosthesis.dofs.map((dof) => velocities[dof] ?? 0),
      movement: movementNumber(movement),
      class: smoothed,
      confidence,
      latencyMs,
    });
  }

  private move({ index, length, sampleRateHz }: SampleBlock): void {
    const { positions, velocities } = this.prosthesis.step(this.command, length / sampleRateHz);
    if (!this.bus.wanted('prosthesis')) return;
    const { dofs } = this.prosthesis;
    const position = dofs.map((dof) => positions[dof] ?? 0);
    const velocity = dofs.map((dof) => velocities[dof] ?? 0);
    this.bus.emit('prosthesis', column(index + length, prosthesisRows.pack({ position, velocity })));
  }
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

function column(index: number, data: Float32Array): StreamFrame {
  return { index, channels: data.length, length: 1, data };
}
