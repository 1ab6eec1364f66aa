import { MlpNetwork, mlpOptions, type MlpOptions } from '../classifiers/mlp-network.js';
import { ModelReader } from '../classifiers/model-reader.js';
import { FlatRegressor, type RegressionSet } from './regressor.js';

/** Multilayer perceptron regression: one hidden layer, linear outputs, squared error. */
export class MlpRegressor extends FlatRegressor {
  readonly kind = 'mlp';
  readonly options: Required<MlpOptions>;
  private network = new MlpNetwork(0, 0, 0);

  /** @throws ModelError when an option is not a positive integer */
  constructor(options: MlpOptions = {}) {
    super();
    this.options = mlpOptions(options);
  }

  protected learn({ rows, columns, outputs, x, y }: RegressionSet): void {
    this.network = new MlpNetwork(columns, this.options.hiddenUnits, outputs);
    const toGradient = (scores: Float64Array, row: number): void => {
      for (let o = 0; o < outputs; o++) scores[o] -= y[row * outputs + o];
    };
    this.network.train(x, rows, toGradient, this.options);
  }

  protected evaluate(x: ArrayLike<number>, out: Float64Array): void {
    this.network.evaluate(x, out);
  }

  toJSON(): unknown {
    const { kind, options, network } = this;
    return { kind, options, network: network.toJSON() };
  }

  /** @throws ModelError when the JSON is not that of a saved model of this kind */
  static fromJSON(json: unknown): MlpRegressor {
    const reader = new ModelReader(json, 'mlp');
    const options = reader.child('options');
    const model = new MlpRegressor({
      hiddenUnits: options.count('hiddenUnits'),
      epochs: options.count('epochs'),
      seed: options.number('seed'),
    });
    model.network = MlpNetwork.fromJSON(reader.child('network'));
    model.features = model.network.inputs;
    model.outputs = model.network.outputs;
    return model;
  }
}
