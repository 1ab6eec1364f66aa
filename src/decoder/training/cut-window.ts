import type { SampleBlock } from '../../ground/signal/sample-block.js';
import type { Window } from '../window.js';

/** Samples of the window that was looked at last. */
interface LookedAt {
  window?: CutWindow;
  data: Float32Array;
}

/**
 * A window of a recording that is kept: its samples are cut out when they are looked at. Windows overlap many times
 * over, so that copies of them all would take many times the room of the recording.
 */
export class CutWindow implements Window {
  readonly channels: number;
  readonly sampleRateHz: number;

  /**
   * @param recording filtered and trimmed; kept
   * @param index absolute index of the first sample
   * @param label what was done during all of it
   * @param last of all windows of one training
   */
  constructor(
    private readonly recording: SampleBlock,
    readonly index: number,
    readonly length: number,
    readonly label: string | undefined,
    private readonly last: LookedAt,
  ) {
    this.channels = recording.channels;
    this.sampleRateHz = recording.sampleRateHz;
  }

  /** The samples, channel after channel. */
  get data(): Float32Array {
    const { last } = this;
    if (last.window !== this) {
      last.window = this;
      last.data = this.cut();
    }
    return last.data;
  }

  private cut(): Float32Array {
    const { recording, channels, length } = this;
    const data = new Float32Array(channels * length);
    const from = this.index - recording.index;
    for (let c = 0; c < channels; c++) {
      const at = c * recording.length + from;
      data.set(recording.data.subarray(at, at + length), c * length);
    }
    return data;
  }
}
