import type { SampleBlock } from '../../ground/signal/sample-block.js';

/** Counts what is repaired or lost while recordings are cut into windows, and tells of it in whole sentences. */
export class Repairs {
  private readonly replaced: Float64Array;
  private readonly short = new Map<string, { count: number; samples: number }>();
  private sampleRateHz = 0;

  constructor(private readonly channelNames: readonly string[]) {
    this.replaced = new Float64Array(channelNames.length);
  }

  /** Look at a raw recording before it is filtered, which puts the last finite sample in place of those that are not. */
  look({ data, length, sampleRateHz }: SampleBlock): void {
    this.sampleRateHz = sampleRateHz;
    for (let c = 0; c < this.replaced.length; c++) {
      let bad = 0;
      for (let i = c * length; i < (c + 1) * length; i++) if (!(data[i] - data[i] === 0)) bad++;
      // A channel without any number is no signal with gaps: that is told as what it is.
      if (bad < length) this.replaced[c] += bad;
    }
  }

  /** A recording gave no window. */
  tooShort(label: string, samples: number): void {
    const known = this.short.get(label) ?? { count: 0, samples: 0 };
    this.short.set(label, { count: known.count + 1, samples: known.samples + samples });
  }

  /** @param windowMs length of a window, which too short recordings lack */
  warnings(windowMs: number): string[] {
    const replaced = this.channelNames.flatMap((name, c) =>
      this.replaced[c] > 0 ? [`${this.replaced[c]} on channel ${name}`] : [],
    );
    const short = [...this.short].map(([label, { count }]) => `${count} of ${label}`);
    const counts = [...this.short.values()];
    const total = counts.reduce((sum, { count }) => sum + count, 0);
    const seconds = counts.reduce((sum, { samples }) => sum + samples, 0) / this.sampleRateHz;
    return [
      ...(replaced.length > 0
        ? [`samples that are no finite numbers were replaced by the last one that is: ${replaced.join(', ')}`]
        : []),
      ...(total > 0
        ? [
            `${total} ${total === 1 ? 'recording is' : 'recordings are'} too short for a window of ${windowMs} ms and ` +
              `left out: ${short.join(', ')}; ${seconds.toFixed(1)} s in all`,
          ]
        : []),
    ];
  }
}
