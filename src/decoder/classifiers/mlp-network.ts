import { ModelError } from '../../ground/signal/errors.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { NetworkModel } from './compiled-model.js';
import { Standardizer } from '../training/standardizer.js';
import { type ModelReader } from './model-reader.js';
import { pow, tanh } from '../../ground/math/real.js';

/** Options of networks with one hidden layer. */
export interface MlpOptions {
  /** Neurons of the hidden layer; default 32. */
  readonly hiddenUnits?: number;
  /** Passes over the training windows; default 30. */
  readonly epochs?: number;
  readonly seed?: number;
}

const BATCH = 32;
const RATE = 5e-3;
const DECAY = 1e-4;

/**
 * Network with one hidden layer of tanh units, trained by Adam (Kingma & Ba 2015) on standardised inputs with
 * weight decay and a falling rate. Outputs are raw scores; whether they are classes or velocities is said by
 * the gradient the trainer is given.
 */
export class MlpNetwork {
  /** H × (D + 1), bias last; raw inputs. */
  private first: Float64Array;
  /** O × (H + 1), bias last. */
  private second: Float64Array;
  private readonly hidden: Float64Array;

  constructor(
    readonly inputs: number,
    readonly hiddenUnits: number,
    readonly outputs: number,
  ) {
    this.first = new Float64Array(hiddenUnits * (inputs + 1));
    this.second = new Float64Array(outputs * (hiddenUnits + 1));
    this.hidden = new Float64Array(hiddenUnits);
  }

  /** Scores of one input vector. */
  evaluate(x: ArrayLike<number>, out: Float64Array, offset = 0): void {
    const { first, second, hidden, inputs, hiddenUnits } = this;
    for (let h = 0, at = 0; h < hiddenUnits; h++) {
      let sum = 0;
      for (let i = 0; i < inputs; i++, at++) sum += first[at] * x[offset + i];
      hidden[h] = tanh(sum + first[at++]);
    }
    for (let k = 0, at = 0; k < this.outputs; k++) {
      let sum = 0;
      for (let h = 0; h < hiddenUnits; h++, at++) sum += second[at] * hidden[h];
      out[k] = sum + second[at++];
    }
  }

  /**
   * Train on row-major rows × inputs numbers.
   * @param toGradient turns the scores of a row, in place, into the gradient of the loss by the scores
   */
  train(
    x: Float64Array,
    rows: number,
    toGradient: (scores: Float64Array, row: number) => void,
    { epochs = 30, seed = 1 }: MlpOptions,
  ): void {
    const random = new RandomStream(seed, 'decoding/mlp');
    const standardizer = Standardizer.of(x, rows, this.inputs);
    const z = standardizer.applied(x);
    initialise(this.first, this.inputs, random);
    initialise(this.second, this.hiddenUnits, random);
    const firstStep = new Adam(this.first.length);
    const secondStep = new Adam(this.second.length);
    const scores = new Float64Array(this.outputs);
    const order = Int32Array.from({ length: rows }, (_, r) => r);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const rate = RATE * (1 - (0.9 * epoch) / epochs);
      shuffle(order, random);
      for (let from = 0; from < rows; from += BATCH) {
        const until = Math.min(rows, from + BATCH);
        for (let n = from; n < until; n++) {
          this.evaluate(z, scores, order[n] * this.inputs);
          toGradient(scores, order[n]);
          this.backward(z, order[n] * this.inputs, scores, firstStep.gradient, secondStep.gradient);
        }
        firstStep.apply(this.first, rate, until - from);
        secondStep.apply(this.second, rate, until - from);
      }
    }
    this.fold(standardizer);
  }

  /** Add one row's share to the gradients; `hidden` still holds its activations. */
  private backward(
    z: Float64Array,
    offset: number,
    gradient: Float64Array,
    first: Float64Array,
    second: Float64Array,
  ): void {
    const { hidden, inputs, hiddenUnits } = this;
    const stride = hiddenUnits + 1;
    for (let h = 0; h < hiddenUnits; h++) {
      let back = 0;
      for (let k = 0; k < gradient.length; k++) {
        back += gradient[k] * this.second[k * stride + h];
        second[k * stride + h] += gradient[k] * hidden[h];
      }
      back *= 1 - hidden[h] * hidden[h];
      const row = h * (inputs + 1);
      for (let i = 0; i < inputs; i++) first[row + i] += back * z[offset + i];
      first[row + inputs] += back;
    }
    for (let k = 0; k < gradient.length; k++) second[k * stride + hiddenUnits] += gradient[k];
  }

  /** Fold the standardisation into the first layer, so that inference takes raw features. */
  private fold({ mean, scale }: Standardizer): void {
    const { first, inputs } = this;
    for (let row = 0; row < first.length; row += inputs + 1)
      for (let i = 0; i < inputs; i++) {
        first[row + i] *= scale[i];
        first[row + inputs] -= first[row + i] * mean[i];
      }
  }

  compiled(): NetworkModel {
    const { hiddenUnits, first, second } = this;
    return { shape: 'network', hiddenUnits, first, second };
  }

  toJSON(): unknown {
    const { inputs, hiddenUnits, outputs, first, second } = this;
    return { inputs, hiddenUnits, outputs, first: Array.from(first), second: Array.from(second) };
  }

  static fromJSON(reader: ModelReader): MlpNetwork {
    const inputs = reader.count('inputs');
    const hiddenUnits = reader.count('hiddenUnits');
    const outputs = reader.count('outputs');
    // Lists are measured before anything of their size is made: a damaged size asks for no memory.
    const first = reader.numbers('first', hiddenUnits * (inputs + 1));
    const second = reader.numbers('second', outputs * (hiddenUnits + 1));
    const network = new MlpNetwork(inputs, hiddenUnits, outputs);
    Object.assign(network, { first, second });
    return network;
  }
}

/** @throws ModelError when an option is not a positive integer */
export function mlpOptions({ hiddenUnits = 32, epochs = 30, seed = 1 }: MlpOptions): Required<MlpOptions> {
  for (const [name, value] of Object.entries({ hiddenUnits, epochs }))
    if (!Number.isInteger(value) || value < 1)
      throw new ModelError(`mlp: got ${name} ${value}, expected a positive integer`, {
        hint: `Write for example ${name}: 32.`,
      });
  return { hiddenUnits, epochs, seed };
}

/** Weights uniform within ±√(3/inputs) (LeCun et al. 1998), biases zero. */
function initialise(weights: Float64Array, inputs: number, random: RandomStream): void {
  const limit = Math.sqrt(3 / inputs);
  for (let at = 0; at < weights.length; at++)
    weights[at] = at % (inputs + 1) === inputs ? 0 : limit * (2 * random.uniform() - 1);
}

function shuffle(order: Int32Array, random: RandomStream): void {
  for (let n = order.length - 1; n > 0; n--) {
    const pick = random.integer(n + 1);
    const held = order[pick];
    order[pick] = order[n];
    order[n] = held;
  }
}

/** Adam with decoupled weight decay (Loshchilov & Hutter 2019). */
class Adam {
  readonly gradient: Float64Array;
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private time = 0;

  constructor(size: number) {
    this.gradient = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.square = new Float64Array(size);
  }

  apply(weights: Float64Array, rate: number, rows: number): void {
    const { gradient, mean, square } = this;
    this.time++;
    const meanBias = 1 - pow(0.9, this.time);
    const squareBias = 1 - pow(0.999, this.time);
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] / rows;
      mean[i] = 0.9 * mean[i] + 0.1 * g;
      square[i] = 0.999 * square[i] + 0.001 * g * g;
      weights[i] -=
        rate * (mean[i] / meanBias / (Math.sqrt(square[i] / squareBias) + 1e-8) + DECAY * weights[i]);
      gradient[i] = 0;
    }
  }
}
