import type { Classifier } from '../../src/decoder/classifiers/classifier.js';
import { ModelError, MyodesisError } from '../../src/ground/signal/errors.js';
import type { ClassifierModule } from './classifier-module.js';
import { LatencyMeter } from '../../src/decoder/outside/latency-meter.js';
import type {
  ClassifierTask,
  LatencySummary,
  OutsideModel,
  Sample,
  SampleKind,
  TrainingSamples,
} from '../../src/decoder/outside-model.js';

/** A classifier of a module as a live model: learns standardised features, answers at once, and may fail. */
export class ModuleModel implements OutsideModel {
  readonly kind = 'features';
  private readonly meter = new LatencyMeter();
  private classifier: Classifier | undefined;
  /** Place in the classifier's posterior of each class of the task. */
  private order: readonly number[] = [];
  private failing = false;

  /** @param onNotice told when it begins to fail, and when it works again */
  constructor(
    private readonly module: ClassifierModule,
    private readonly onNotice: (text: string) => void,
  ) {}

  get name(): string {
    return this.module.name;
  }

  get latency(): LatencySummary {
    return this.meter.summary();
  }

  prepare({ classes }: ClassifierTask, training?: (kind: SampleKind) => TrainingSamples): Promise<void> {
    return new Promise((resolve) => {
      this.classifier = undefined;
      if (!training)
        throw new ModelError(`${this.name} wants to learn, but there is nothing to learn from`, {
          hint: 'Calibrate the patient instead of giving a decoder.',
        });
      const { x, labels } = training('features');
      const learned = this.module.create().fit(x.map(numbersOf), labels);
      this.order = classes.map((label) => learned.classes.indexOf(label));
      this.classifier = learned;
      this.failing = false;
      resolve();
    });
  }

  posterior(sample: Sample): Promise<Float64Array | undefined> {
    const start = performance.now();
    try {
      const given = this.classifier?.posterior(numbersOf(sample));
      if (given) return Promise.resolve(this.answered(given, start));
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      if (!this.failing) this.onNotice(`classifier ${error.message}; the prosthesis rests`);
      this.failing = true;
    }
    this.meter.missed();
    return Promise.resolve(undefined);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private answered(given: ArrayLike<number>, start: number): Float64Array {
    this.meter.answered(performance.now() - start);
    if (this.failing) this.onNotice(`classifier ${this.name} works again`);
    this.failing = false;
    return Float64Array.from(this.order, (k) => given[k] ?? 0);
  }
}

function numbersOf(sample: Sample): number[] {
  return sample.filter((value) => typeof value === 'number');
}
