import { REACH } from './between-samples.js';

/** A stretch of sound: from which sample on, how many samples a frame, and at which frame of the audio clock it begins. */
export interface Stretch {
  readonly from: number;
  readonly step: number;
  readonly at: number;
  readonly frames: number;
}

/** Time over which one stretch goes into the next, s. */
const OVERLAP = 0.005;
/** Shortest stretch that is worth while, s. */
const SHORTEST = 0.03;
/** Longest one, s: whatever happens is heard after this at most. */
const LONGEST = 0.2;
/** Sound that may lie ready, in shares of what should: with more, some is left out. */
const TOO_MUCH = 3;
/** Most that the sound is played faster or slower, so that as much lies ready as should; nobody hears it. */
const MOST_BENT = 0.005;

/**
 * Says which stretch of a stream comes next, and when: the two clocks are not one, blocks come late, some are lost, a patient
 * is paused. Each stretch fades in over the end of the one before, which fades out: both are the same signal there, so that
 * nothing is heard of it, and where the signal ends or something was left out there is no click.
 */
export class SoundCourse {
  /** Frames over which a stretch fades in, and out. */
  readonly overlap: number;
  private from = NaN;
  private at = 0;
  /** Too much lay ready: some is left out until it is as much as should. */
  private skipping = false;

  constructor(
    private readonly streamHz: number,
    private readonly audioHz: number,
  ) {
    this.overlap = Math.round(OVERLAP * audioHz);
  }

  /**
   * The stretch to be put on the audio clock now; undefined where there is nothing to be, yet.
   * @param held samples that the stream holds
   * @param now frame that is heard now
   * @param ahead seconds of sound that should lie ready
   */
  next(
    held: { readonly start: number; readonly end: number },
    now: number,
    ahead: number,
  ): Stretch | undefined {
    const last = held.end - REACH;
    const dry = this.at < now + this.overlap;
    if (dry) this.at = now + Math.round(ahead * this.audioHz);
    const ready = (this.at - now) / this.audioHz;
    this.skipping = ready > (this.skipping ? 1 : TOO_MUCH) * ahead;
    const gone = !(this.from >= held.start + REACH && this.from <= held.end);
    const newest = Math.max(held.start + REACH, last - SHORTEST * this.streamHz);
    if (gone) this.from = newest;
    // What was heard already is not heard again: a patient who is paused is silent.
    else if (dry || this.skipping) this.from = Math.max(this.from, newest);
    if (this.skipping) return undefined;
    const bent = Math.min(MOST_BENT, Math.max(-MOST_BENT, (ready - ahead) * 0.05));
    const step = (this.streamHz / this.audioHz) * (1 + bent);
    const frames = Math.min(Math.floor((last - this.from) / step), Math.round(LONGEST * this.audioHz));
    if (frames < SHORTEST * this.audioHz * 0.5 || frames <= 2 * this.overlap) return undefined;
    const stretch = { from: this.from, step, at: this.at, frames };
    this.from += (frames - this.overlap) * step;
    this.at += frames - this.overlap;
    return stretch;
  }
}

/** Let a stretch fade in over its first and out over its last frames. */
export function fade(sound: Float32Array, overlap: number): void {
  for (let n = 0; n < overlap; n++) {
    const share = n / overlap;
    sound[n] = (sound[n] as number) * share;
    const last = sound.length - overlap + n;
    sound[last] = (sound[last] as number) * (1 - share);
  }
}
