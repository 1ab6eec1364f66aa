import { FlatClassifier, softmax } from './classifier.js';
import type { CompiledModel } from './compiled-model.js';
import { MlpNetwork, mlpOptions, type MlpOptions } from './mlp-network.js';
import { ModelReader } from './model-reader.js';
import type { TrainingSet } from './training-set.js';

/** Multilayer perceptron: one hidden layer, softmax output, cross-entropy loss. */
export class Mlp extends FlatClassifier {
  readonly kind = 'mlp';
  readonly options: Required<MlpOptions>;
  private network = new MlpNetwork(0, 0, 0);

  /** @throws ModelError when an option is not a positive integer */
  constructor(options: MlpOptions = {}) {
    super();
    this.options = mlpOptions(options);
  }

  protected learn({ rows, columns, x, y, classes }: TrainingSet): void {
    this.network = new MlpNetwork(columns, this.options.hiddenUnits, classes.length);
    const toGradient = (scores: Float64Array, row: number): void => {
      softmax(scores);
      scores[y[row]] -= 1;
    };
    this.network.train(x, rows, toGradient, this.options);
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    this.network.evaluate(x, out);
    softmax(out);
  }

  override compiled(): CompiledModel {
    return this.network.compiled();
  }

  toJSON(): unknown {
    const { kind, options, classes, network } = this;
    return { kind, options, classes, network: network.toJSON() };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): Mlp {
    const reader = new ModelReader(json, 'mlp');
    const options = reader.child('options');
    const model = new Mlp({
      hiddenUnits: options.count('hiddenUnits'),
      epochs: options.count('epochs'),
      seed: options.number('seed'),
    });
    model.classes = reader.classes();
    model.network = MlpNetwork.fromJSON(reader.child('network'));
    if (model.network.outputs !== model.classes.length)
      throw reader.wrong('network.outputs', model.network.outputs, `one per class, ${model.classes.length}`);
    model.features = model.network.inputs;
    return model;
  }
}
