/** Amplitudes of all channels over the last moments. */
export class ChannelHistory {
  private readonly taken: (readonly number[])[] = [];

  /** @param length how many moments are kept */
  constructor(private readonly length: number) {}

  /** Take the amplitude of each channel. Another number of channels begins anew. */
  add(amplitudes: readonly number[]): void {
    if (this.taken[0] && this.taken[0].length !== amplitudes.length) this.taken.length = 0;
    this.taken.push(amplitudes);
    if (this.taken.length > this.length) this.taken.shift();
  }

  /**
   * Channels that went up most, in the channels' order, so that lines do not jump.
   * @returns paths 100 wide and 30 high, newest on the right, on one scale: the largest amplitude of them all
   */
  strongest(count: number): { readonly channel: number; readonly path: string }[] {
    const channels = this.taken[0]?.map((_, channel) => channel) ?? [];
    const span = (channel: number): number => {
      const values = this.taken.map((at) => at[channel] ?? 0);
      return Math.max(...values) - Math.min(...values);
    };
    const chosen = channels
      .map((channel) => ({ channel, span: span(channel) }))
      .sort((a, b) => b.span - a.span)
      .slice(0, count)
      .map(({ channel }) => channel)
      .sort((a, b) => a - b);
    const largest = Math.max(...this.taken.flatMap((at) => chosen.map((channel) => at[channel] ?? 0)));
    const first = this.length - this.taken.length;
    return chosen.map((channel) => {
      const points = this.taken.map((at, i) => {
        const x = (100 * (first + i)) / (this.length - 1);
        return `${x.toFixed(1)} ${(30 - (29 * (at[channel] ?? 0)) / (largest || 1)).toFixed(1)}`;
      });
      return { channel, path: `M${points.join('L')}` };
    });
  }
}
