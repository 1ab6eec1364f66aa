/** The channel of the window that is being looked at, in Float64. */
export class ChannelView {
  readonly x: Float64Array;
  /** Number of the channel. */
  channel = 0;
  /** Changes with every channel loaded, so that analyses know what is stale. */
  stamp = 0;

  constructor(readonly length: number) {
    this.x = new Float64Array(length);
  }

  /** Look at another stretch of samples, scaled by a gain. */
  load(data: ArrayLike<number>, offset: number, channel: number, gain: number): void {
    const { x, length } = this;
    for (let i = 0; i < length; i++) x[i] = data[offset + i] * gain;
    this.channel = channel;
    this.stamp = (this.stamp + 1) | 0;
  }
}
