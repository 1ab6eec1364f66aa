import { channelOf, type SampleBlock } from '../../src/ground/signal/sample-block.js';
import { UV } from '../../src/ground/signal/units.js';
import type { Tally } from './tally.js';

/** A channel that keeps one value for so long is told of, in seconds. */
const FLAT_S = 5;
/** Signal from which the size of the numbers is judged, in seconds. */
const JUDGED_S = 5;
/** Standard deviations that EMG with its noise can have, in volts, with a wide margin. */
const likely = { least: 0.05 * UV, most: 20_000 * UV };

interface Channel {
  last: number;
  flatS: number;
  told: boolean;
  count: number;
  sum: number;
  squares: number;
}

/** Looks at blocks for what people should know: no numbers, channels that stand still, numbers of another unit. */
export class SignalCheck {
  private readonly channels: Channel[];
  private judgedS = 0;

  constructor(
    private readonly names: readonly string[],
    private readonly tally: Tally,
    private readonly note: (text: string) => void,
  ) {
    this.channels = names.map(() => ({ last: NaN, flatS: 0, told: false, count: 0, sum: 0, squares: 0 }));
  }

  block(block: SampleBlock, nowMs: number): void {
    const seconds = block.length / block.sampleRateHz;
    let missing = 0;
    this.channels.forEach((channel, c) => {
      const before = channel.last;
      let still = true;
      for (const value of channelOf(block, c)) {
        if (!Number.isFinite(value)) {
          missing++;
          continue;
        }
        still &&= value === channel.last || Number.isNaN(channel.last);
        channel.last = value;
        if (this.judgedS >= JUDGED_S) continue;
        channel.count++;
        channel.sum += value;
        channel.squares += value * value;
      }
      channel.flatS = still && !Number.isNaN(before) ? channel.flatS + seconds : 0;
      this.tellFlat(channel, this.names[c] ?? '');
    });
    if (missing > 0)
      this.tally.add(
        'numbers',
        missing,
        nowMs,
        (n) => `${n} values are no numbers; the filters hold the last one instead`,
      );
    if (this.judgedS >= JUDGED_S) return;
    this.judgedS += seconds;
    if (this.judgedS >= JUDGED_S) this.judge();
  }

  private tellFlat(channel: Channel, name: string): void {
    if (channel.flatS === 0) channel.told = false;
    if (channel.told || channel.flatS < FLAT_S) return;
    channel.told = true;
    this.note(`${name} has stood still for ${FLAT_S} s: is its electrode connected?`);
  }

  private judge(): void {
    const deviations = this.channels
      .map(({ count, sum, squares }) => Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)))
      .filter((deviation) => deviation > 0)
      .sort((a, b) => a - b);
    const median = deviations[deviations.length >> 1];
    if (median === undefined || (median >= likely.least && median <= likely.most)) return;
    const size = `${Number((median / UV).toPrecision(3))} µV`;
    this.note(`unit: the signal varies by ${size}, which EMG does not; --unit says what the numbers are in`);
  }
}
