import type { Anatomy } from '../anatomy/anatomy.js';
import { individual } from '../person/individual.js';
import { resolveAnatomy } from '../anatomy/resolve-anatomy.js';
import { TemplateDeriver } from '../conductor/derive-templates.js';
import type { TemplateBank, UnitSource } from '../conductor/template-bank.js';
import type { Activation } from '../intent/intent-state.js';
import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import type { LiveClass } from '../../ground/signal/field.js';
import { dearest, fieldChanges } from '../../ground/signal/field-change.js';
import { ConfigError, ModelError } from '../../ground/signal/errors.js';
import { samplesOf } from '../../ground/signal/units.js';
import { trueRate } from './disturbances/true-rate.js';
import { BlockWriter } from './block-writer.js';
import { bodyFields, bodyWarnings, parseBody, type BodyScenario, type PersonBody } from './body-scenario.js';
import { checkActivations } from './check-activations.js';
import type { KernelKind } from './kernel/add-kernel.js';
import { oversamplingOf } from './oversampling.js';
import { QuantumProducer } from './quantum-producer.js';
import type { SynthesisBlock } from './truth.js';

export { artefactFlags } from './disturbances/artefact-flags.js';
export {
  eachStep,
  perSample,
  type Stepped,
  type SynthesisBlock,
  type Truth,
  type TruthSteps,
} from './truth.js';

/** Length of a block where none is asked for. */
const BLOCK_MS = 20;
/** Seconds between two looks at fatigue. */
const FATIGUE_EVERY_S = 2;
/** Change of a unit's conduction velocity from which its templates no longer fit. */
const DRIFT = 0.015;

/** What may be said to a {@link Synthesizer} beside the scenario. */
export interface SynthesizerOptions {
  /** Templates derived before, such as in a worker; derived on the spot where absent. */
  readonly templates?: TemplateBank;
  /** Give the clean EMG of each muscle too, at twice the work. */
  readonly perMuscle?: boolean;
  /**
   * Who derives new templates when the body changes or tires: the synthesizer itself, `inline`, at sample indices
   * that depend on nothing but the scenario (default); or the `host`, who must look at `templatesStale`, take
   * `templateRequest()` to a worker and hand the result to `adoptTemplates`. Inline a block now and then takes a
   * few hundred milliseconds longer; with a host it is the stream that waits for nobody, at the price of bits that
   * depend on when the host came back.
   */
  readonly rederive?: 'host' | 'inline';
  /** Kernel to use, the fastest there is by default. All give the same bits. */
  readonly kernel?: KernelKind;
}

/** A body to go over to that is known to hold together: with the anatomy it resolves to. */
export interface BodyChange {
  readonly after: BodyScenario;
  readonly anatomy: Anatomy;
}

/** Arguments of `deriveTemplates` as one clone-friendly object. */
export interface TemplateRequest {
  readonly anatomy: Anatomy;
  readonly units: UnitSource[];
  /** That of the device, or a multiple of it where it is too low for what the electrodes read. */
  readonly sampleRateHz: number;
  readonly seed: number;
}

/**
 * Streaming EMG of one body, with its truth. Works in quanta of 10 ms at fixed places of the sample index and
 * cuts blocks of any length from them, so that block lengths never change a bit.
 *
 * @example
 * const synthesizer = new Synthesizer(defaultsOf(bodyFields));
 * const { signal, truth } = synthesizer.next(40);
 */
export class Synthesizer {
  readonly sampleRateHz: number;
  /** Number of channels. */
  readonly channels: number;
  readonly channelNames: readonly string[];
  readonly muscleNames: readonly string[];
  /** Motor units of each muscle. */
  readonly unitCounts: readonly number[];
  private body: BodyScenario;
  /** The person that the scenario names. */
  private person: PersonBody;
  private anatomy: Anatomy;
  private readonly producer: QuantumProducer;
  private readonly inline: boolean;
  /** Keeps the conductor's kernels, so that deriving again is quicker; only the inline mode derives again. */
  private deriver: TemplateDeriver | undefined;
  private readonly fatigueEvery: number;
  /** Units that the newest bank, and the newest request, were derived from. */
  private bankUnits: UnitSource[];
  private requestedUnits: UnitSource[];
  /** Counts changes that need new templates; those of the newest request and of the newest bank. */
  private version = 0;
  private requestedVersion = 0;
  private bankVersion = 0;
  private tired = false;
  /** Samples of the present quantum already delivered. */
  private served: number;
  private delivered = 0;

  /**
   * @param scenario a body, or a whole scenario; missing fields take their defaults
   * @throws ConfigError for a field out of range or an impossible limb; ModelError for templates that do not fit
   */
  constructor(scenario: BodyScenario, options: SynthesizerOptions = {}) {
    const { after, anatomy } = wholeBody(scenario);
    this.body = after;
    this.person = individual(after);
    this.anatomy = anatomy;
    this.sampleRateHz = this.body.sampleRateHz;
    this.channels = this.anatomy.channels.length;
    this.channelNames = this.anatomy.channels.map(({ name }) => name);
    this.muscleNames = this.anatomy.muscles.map(({ name }) => name);
    this.unitCounts = this.anatomy.muscles.map(({ unitCount }) => unitCount);
    this.inline = options.rederive !== 'host';
    this.producer = new QuantumProducer(this.person, this.anatomy, options);
    this.served = this.producer.quantum.samples;
    this.fatigueEvery = Math.round((FATIGUE_EVERY_S * this.sampleRateHz) / this.served) * this.served;
    this.bankUnits = this.requestedUnits = this.producer.engine.unitSources();
    this.adoptTemplates(options.templates ?? this.derive());
  }

  /** Absolute index of the next sample. */
  get index(): number {
    return this.delivered;
  }

  /** The scenario in force. */
  get scenario(): BodyScenario {
    return this.body;
  }

  /** What the scenario allows but may surprise, as full sentences. */
  get warnings(): string[] {
    return bodyWarnings(this.body);
  }

  /** Samples per second by a true clock, where the device's own drifts: what a real-time host paces by. */
  get trueSampleRateHz(): number {
    return trueRate(this.sampleRateHz, this.body.disturbances);
  }

  /** Whether the templates no longer fit the body, because it was changed or is tired. */
  get templatesStale(): boolean {
    return this.bankVersion !== this.version || this.tired;
  }

  /** Bytes of WebAssembly memory held; they stay the same while the banks do not grow. */
  get bytes(): number {
    return this.producer.bytes;
  }

  /**
   * The next block of signal, with its truth.
   * @param length samples per channel, 20 ms by default
   */
  next(length = samplesOf(BLOCK_MS, this.sampleRateHz)): SynthesisBlock {
    if (!Number.isSafeInteger(length) || length < 1)
      throw new ConfigError(`block length: got ${length}, expected an integer of at least 1`, {
        hint: 'Give the number of samples per channel, such as next(40).',
      });
    const { samples } = this.producer.quantum;
    const begun = samples - this.served;
    const quanta = Math.min(1, begun) + Math.ceil(Math.max(0, length - begun) / samples);
    const block = new BlockWriter(this.producer, this.delivered, this.sampleRateHz, length, quanta);
    while (block.filled < length) {
      if (this.served === samples) this.produce();
      const count = Math.min(length - block.filled, samples - this.served);
      block.take(this.served, count);
      this.served += count;
    }
    this.delivered += length;
    return block.finish();
  }

  /**
   * Let a person or a simulated user take over from the script: movements and strengths, reached at the next
   * quantum by a short ramp. An empty list is rest; null gives the intent back to the script.
   * @throws ConfigError for a strength outside 0 … 1 or an unknown movement
   */
  intend(activations: readonly Activation[] | null): void {
    if (activations) checkActivations(activations, vocabularyOf(this.body));
    this.producer.engine.intend(activations, this.producer.nextIndex);
  }

  /**
   * Change the scenario while the stream runs. What is cheap holds from the next quantum on.
   *
   * @param given the scenario from now on, or a change to it that was made, and checked, by `changeOf`
   * @returns what is still due: nothing (`block`), a bank derived from `templateRequest()` (`templates`; on its way already
   * unless `rederive` is `host`), or a new Synthesizer (`body`, `person`: nothing was applied)
   * @throws ConfigError as the constructor does; the stream then goes on as before
   */
  update(given: BodyScenario | BodyChange): Exclude<LiveClass, 'decoder'> {
    const { after, anatomy } = isChange(given) ? given : wholeBody(given);
    const due = dearest(fieldChanges(bodyFields, this.body, after));
    if (due === 'body' || due === 'person') return due;
    if (due) {
      this.body = after;
      this.person = individual(after);
      this.producer.update(this.person, anatomy);
      this.anatomy = anatomy;
    }
    if (due === 'templates') {
      this.version++;
      if (this.inline) this.adoptTemplates(this.derive());
    }
    return due === 'templates' || this.bankVersion !== this.version ? 'templates' : 'block';
  }

  /** What `deriveTemplates` needs to know of the body as it is now; may be posted to a worker. */
  templateRequest(): TemplateRequest {
    this.requestedUnits = this.producer.engine.unitSources();
    this.requestedVersion = this.version;
    const { anatomy, person } = this;
    const { innerRateHz: sampleRateHz } = oversamplingOf(this.sampleRateHz);
    return { anatomy, units: this.requestedUnits, sampleRateHz, seed: person.anatomySeed };
  }

  /**
   * Pass over to templates derived from the newest `templateRequest()`: from the next quantum on new discharges
   * feed both banks, and once the new one is complete the output crosses over within 50 ms.
   * @throws ModelError for a bank of another shape; the stream then goes on as before
   */
  adoptTemplates(bank: TemplateBank): void {
    this.requireFit(bank);
    this.producer.adopt(bank);
    this.bankUnits = this.requestedUnits;
    this.bankVersion = this.requestedVersion;
    this.tired = false;
  }

  private produce(): void {
    this.producer.produce();
    this.served = 0;
    const { index } = this.producer.quantum;
    if (!this.body.motorUnits.fatigue || index === 0 || index % this.fatigueEvery !== 0) return;
    this.tired = this.producer.engine.drift(this.bankUnits) > DRIFT;
    if (this.tired && this.inline) this.adoptTemplates(this.derive());
  }

  private derive(): TemplateBank {
    const { anatomy, units, sampleRateHz, seed } = this.templateRequest();
    const deriver = this.deriver ?? new TemplateDeriver(2);
    if (this.inline) this.deriver = deriver;
    return deriver.derive(anatomy, units, sampleRateHz, seed);
  }

  private requireFit(bank: TemplateBank): void {
    const units = this.unitCounts.reduce((sum, count) => sum + count, 0);
    const differs: string[] = [];
    const check = (what: string, got: number, expected: number): void => {
      if (got !== expected) differs.push(`${got} ${what} instead of ${expected}`);
    };
    check('channels', bank.channels, this.channels);
    check('units', bank.units, units);
    check('samples per second', bank.sampleRateHz, oversamplingOf(this.sampleRateHz).innerRateHz);
    if (differs.length > 0)
      throw new ModelError(`template bank: got ${differs.join(', ')}`, {
        hint: 'Derive it from templateRequest() of this synthesizer.',
      });
  }
}

function isChange(given: BodyScenario | BodyChange): given is BodyChange {
  return Object.hasOwn(Object(given), 'after');
}

/** @throws ConfigError for a field out of range or an impossible limb */
function wholeBody(scenario: BodyScenario): BodyChange {
  const after = parseBody(scenario);
  return { after, anatomy: resolveAnatomy(individual(after)) };
}
