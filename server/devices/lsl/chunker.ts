import type { StreamFrame } from '../../../src/patient/session.js';

/** Collects frames into ones of a wanted length; what comes before a gap is passed on shorter. */
export class Chunker {
  private waiting: StreamFrame[] = [];
  private samples = 0;

  /** @param size samples; 0 passes frames on as they come */
  constructor(private readonly size: number) {}

  push(frame: StreamFrame): StreamFrame[] {
    if (this.size === 0) return [frame];
    const last = this.waiting.at(-1);
    const chunks: StreamFrame[] = [];
    if (last && (last.index + last.length !== frame.index || last.channels !== frame.channels))
      chunks.push(this.take(this.samples));
    this.waiting.push(frame);
    this.samples += frame.length;
    while (this.samples >= this.size) chunks.push(this.take(this.size));
    return chunks;
  }

  /** The first samples of those that wait, as one frame. */
  private take(length: number): StreamFrame {
    const [first] = this.waiting;
    const { index = 0, channels = 0 } = first ?? {};
    const data = new Float32Array(channels * length);
    for (let at = 0; at < length;) {
      const frame = this.waiting.shift();
      if (!frame) break;
      const taken = Math.min(frame.length, length - at);
      copyColumns(frame, 0, taken, data, length, at);
      if (taken < frame.length) this.waiting.unshift(rest(frame, taken));
      at += taken;
    }
    this.samples -= length;
    return { index, channels, length, data };
  }
}

function copyColumns(
  { channels, length, data }: StreamFrame,
  from: number,
  count: number,
  into: Float32Array,
  width: number,
  at: number,
): void {
  for (let c = 0; c < channels; c++)
    into.set(data.subarray(c * length + from, c * length + from + count), c * width + at);
}

function rest(frame: StreamFrame, from: number): StreamFrame {
  const { index, channels } = frame;
  const length = frame.length - from;
  const data = new Float32Array(channels * length);
  copyColumns(frame, from, length, data, length, 0);
  return { index: index + from, channels, length, data };
}
