/** The channel of the window that is being looked at. */
export class ChannelView {
  /** Number of the channel. */
  channel = 0;
  /** Changes with every channel, so that analyses know what is stale. */
  stamp = 0;
  /** All samples of the window, as they came. */
  data: ArrayLike<number> = [];
  /** Where in `data` the channel starts. */
  offset = 0;
  /** Factor by which samples are to be multiplied. */
  gain = 1;
  private readonly samples: Float64Array;
  private loaded = -1;

  constructor(readonly length: number) {
    this.samples = new Float64Array(length);
  }

  /** Look at another channel. */
  show(data: ArrayLike<number>, offset: number, channel: number, gain: number): void {
    this.data = data;
    this.offset = offset;
    this.channel = channel;
    this.gain = gain;
    this.stamp = (this.stamp + 1) | 0;
  }

  /** The channel's samples times the gain, copied when first asked for. */
  get x(): Float64Array {
    if (this.loaded !== this.stamp) {
      const { samples, data, offset, gain, length } = this;
      for (let i = 0; i < length; i++) samples[i] = data[offset + i] * gain;
      this.loaded = this.stamp;
    }
    return this.samples;
  }
}
