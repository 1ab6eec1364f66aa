import { isConstant } from '../decoder/classifiers/constant-features.js';
import type { Decoder } from '../decoder/decoder.js';
import type { FeatureVector } from '../decoder/feature-vector.js';
import { isRest } from '../decoder/training/training-windows.js';

/** What a decoder saw in the prompted part of a session: windows of one intent each, before any standardisation. */
export interface SeenFeatures {
  readonly channels: readonly string[];
  /** Names of the columns, `${channel}.${feature}`. */
  readonly names: readonly string[];
  /** Mean of each column; NaN where it never was finite. */
  readonly mean: readonly number[];
  /** Standard deviation of each column; 0 where it never changed. */
  readonly sd: readonly number[];
  /** Mean amplitude of each channel at rest, in the unit of the signal; NaN where there was no rest. */
  readonly restAmplitude: readonly number[];
  /** Mean amplitude of each channel while a movement was intended; NaN where none was. */
  readonly movementAmplitude: readonly number[];
}

/** Gathers moments of features window by window: a session has too many windows to keep their features. */
export class SessionMoments {
  private readonly channels: readonly string[];
  private readonly names: readonly string[];
  private readonly columns: RunningMoments;
  private readonly rest: RunningMoments;
  private readonly movement: RunningMoments;
  private readonly amplitudesAlone: boolean;

  /** @param until index of the sample at which the prompted part ends */
  constructor(
    { spec, signal, featureNames }: Decoder,
    private readonly until: number,
  ) {
    this.channels = signal.channelNames;
    this.amplitudesAlone = spec.control === 'direct';
    // Direct control goes by nothing else.
    this.names = this.amplitudesAlone ? this.channels.map((channel) => `${channel}.amplitude`) : featureNames;
    this.columns = new RunningMoments(this.names.length);
    this.rest = new RunningMoments(this.channels.length);
    this.movement = new RunningMoments(this.channels.length);
  }

  add({ index, label, raw, amplitudes }: FeatureVector): void {
    if (label === undefined || index > this.until) return;
    this.columns.add(this.amplitudesAlone ? amplitudes : raw);
    (isRest(label) ? this.rest : this.movement).add(amplitudes);
  }

  finish(): SeenFeatures {
    const { channels, names, columns, rest, movement } = this;
    return {
      ...{ channels, names, mean: columns.means(), sd: columns.sds() },
      ...{ restAmplitude: rest.means(), movementAmplitude: movement.means() },
    };
  }
}

/** Mean and SD of columns as rows come (Welford); numbers that are not finite are left out. */
class RunningMoments {
  private readonly count: Float64Array;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;

  constructor(size: number) {
    this.count = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.squares = new Float64Array(size);
  }

  add(row: Float64Array): void {
    for (let i = 0; i < this.mean.length; i++) {
      const off = row[i] - this.mean[i];
      if (off - off !== 0) continue;
      this.mean[i] += off / ++this.count[i];
      this.squares[i] += off * (row[i] - this.mean[i]);
    }
  }

  means(): number[] {
    return Array.from(this.mean, (mean, i) => (this.count[i] > 0 ? mean : NaN));
  }

  sds(): number[] {
    return Array.from(this.squares, (squares, i) => {
      const sd = Math.sqrt(squares / this.count[i]);
      return isConstant(sd, this.mean[i]) ? 0 : sd;
    });
  }
}
