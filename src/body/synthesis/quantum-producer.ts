import type { Anatomy } from '../anatomy/anatomy.js';
import type { TemplateBank } from '../conductor/template-bank.js';
import { samplesOf } from '../../ground/signal/units.js';
import { BodyEngine } from './body-engine.js';
import type { PersonBody } from './body-scenario.js';
import { artefactFlags } from './disturbances/artefact-flags.js';
import { attachmentOf } from './disturbances/attachment.js';
import { DeviceSide } from './device-side.js';
import { flagAll, type Quantum } from './disturbances/disturbance.js';
import { DisturbanceChain } from './disturbances/disturbance-chain.js';
import { trueRate } from './disturbances/true-rate.js';
import { oversamplingOf } from './oversampling.js';
import type { KernelKind } from './kernel/add-kernel.js';
import { CrossFader } from './kernel/cross-fader.js';
import { TestTones } from './tones/test-tones.js';

/** Length of the passage from one bank of templates to the next. */
const FADE_MS = 50;

/** Options of a {@link QuantumProducer}. */
export interface QuantumProducerOptions {
  readonly perMuscle?: boolean;
  readonly kernel?: KernelKind;
}

/**
 * Makes the signal quantum after quantum: intent, discharges, overlap-add, disturbances. Where the device's rate is too
 * low for what the electrodes read, all of this runs at a multiple of it, up to the converter.
 */
export class QuantumProducer {
  readonly engine: BodyEngine;
  /** Inner samples per sample of the device. */
  readonly factor: number;
  private readonly innerRateHz: number;
  /** The quantum made last, at the rate of the device: delivered signal and flags, clean EMG. */
  readonly device: DeviceSide;
  /** The same at the inner rate. */
  private readonly inner: Quantum;
  private readonly clean: Float32Array;
  private readonly cleanPerMuscle: Float32Array | undefined;
  private readonly fader: CrossFader;
  private readonly chain: DisturbanceChain;
  private readonly tones: TestTones;
  private started = false;

  constructor(
    private body: PersonBody,
    anatomy: Anatomy,
    { perMuscle = false, kernel }: QuantumProducerOptions,
  ) {
    const { seed } = body;
    const channels = anatomy.channels.length;
    const { factor, innerRateHz: sampleRateHz, innerQuantum: samples } = oversamplingOf(body.sampleRateHz);
    this.factor = factor;
    this.innerRateHz = sampleRateHz;
    this.engine = new BodyEngine({ ...body, sampleRateHz }, anatomy, samples);
    this.fader = new CrossFader({
      channels,
      quantum: samples,
      perMuscle,
      kernel,
      fadeSamples: samplesOf(FADE_MS, sampleRateHz),
    });
    this.chain = new DisturbanceChain({ seed, channels, sampleRateHz, quantum: samples });
    this.tones = new TestTones(channels);
    this.clean = new Float32Array(channels * samples);
    if (perMuscle) this.cleanPerMuscle = new Float32Array(anatomy.muscles.length * channels * samples);
    this.inner = {
      index: -samples,
      sampleRateHz,
      impedance: 1,
      attachment: attachmentOf(body),
      samples,
      channels,
      data: new Float32Array(channels * samples),
      flags: new Uint32Array(samples),
    };
    this.device = new DeviceSide(this.inner, this.clean, this.cleanPerMuscle, factor);
  }

  /** The quantum made last, as it was delivered. */
  get quantum(): Quantum {
    return this.device.quantum;
  }

  /** Inner index of the next quantum. */
  get nextIndex(): number {
    return this.inner.index + this.inner.samples;
  }

  /** Bytes of WebAssembly memory held. */
  get bytes(): number {
    return this.fader.bytes;
  }

  /** Whether a passage between banks is under way or about to be. */
  get fading(): boolean {
    return this.fader.busy;
  }

  /** Use a bank: at once before the first quantum, by a cross-fade later. */
  adopt(bank: TemplateBank): void {
    if (this.started) this.fader.adopt(bank);
    else this.fader.load(bank);
  }

  /** Go on as a body that differs in cheap fields only. */
  update(body: PersonBody, anatomy: Anatomy): void {
    this.engine.update({ ...body, sampleRateHz: oversamplingOf(body.sampleRateHz).innerRateHz }, anatomy);
    this.inner.attachment = attachmentOf(body);
    this.body = body;
  }

  /** Make the next quantum. */
  produce(): void {
    const { engine, fader, inner: quantum, clean, cleanPerMuscle } = this;
    const { disturbances, testTones } = this.body;
    this.started = true;
    quantum.index += quantum.samples;
    engine.advance(quantum.index);
    fader.begin();
    for (let m = 0; m < engine.pools.length; m++) fader.add(m, engine.discharges[m]);
    fader.read(clean);
    if (cleanPerMuscle)
      for (let m = 0; m < engine.pools.length; m++) fader.read(cleanPerMuscle, m * clean.length, m + 1);
    this.tones.add(clean, trueRate(this.innerRateHz, disturbances), testTones);
    quantum.flags.fill(0);
    if (fader.fading) flagAll(quantum, artefactFlags.crossFade);
    fader.advance();
    quantum.data.set(clean);
    this.chain.apply(quantum, disturbances);
    this.device.take(disturbances.antiAlias);
    this.chain.deliver(this.quantum, disturbances);
  }
}
