import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { readBetween } from './between-samples.js';
import { Loudness } from './loudness.js';
import { fade, SoundCourse } from './sound-course.js';

/** Channels for the left and the right ear; undefined for silence there. */
export type Ears = readonly [left: number | undefined, right: number | undefined];

/** Sound that should lie ready, s. */
export const AHEAD = 0.25;
/** The same where nobody looks: browsers let a hidden page work once a second only. */
const AHEAD_HIDDEN = 1.5;

/** Channels of a stream as sound, from when it is made until it is stopped. To be made by a click: browsers want that. */
export class Listening {
  private readonly audio = new AudioContext({ latencyHint: 'interactive' });
  private readonly louder = this.audio.createGain();
  private readonly volume = this.audio.createGain();
  private readonly meter = this.audio.createAnalyser();
  private readonly moment = new Float32Array(this.meter.fftSize);
  private readonly loudness = new Loudness();
  private course: SoundCourse | undefined;
  private streamHz = 0;

  constructor() {
    this.louder.connect(this.volume).connect(this.meter).connect(this.audio.destination);
    this.louder.gain.value = 0;
    void this.audio.resume();
  }

  /** How loud, from 0 to 1. */
  set loud(loud: number) {
    // Ears hear ratios.
    this.volume.gain.setTargetAtTime(loud * loud, this.audio.currentTime, 0.03);
  }

  /** What reaches the loudspeaker now, RMS as a share of the loudest. */
  get level(): number {
    this.meter.getFloatTimeDomainData(this.moment);
    let sum = 0;
    for (const value of this.moment) sum += value * value;
    return Math.sqrt(sum / this.moment.length);
  }

  /** Put on the audio clock whatever has come; to be called some twenty times a second. */
  feed(ring: RingBuffer, streamHz: number, ears: Ears, hidden: boolean): void {
    const { audio } = this;
    if (this.streamHz !== streamHz) this.course = undefined;
    this.streamHz = streamHz;
    this.course ??= new SoundCourse(streamHz, audio.sampleRate);
    const now = Math.round(audio.currentTime * audio.sampleRate);
    const stretch = this.course.next(ring, now, hidden ? AHEAD_HIDDEN : AHEAD);
    if (!stretch) return;
    const { from, step, at, frames } = stretch;
    const buffer = audio.createBuffer(2, frames, audio.sampleRate);
    let peak = 0;
    ears.forEach((channel, ear) => {
      if (channel === undefined || channel >= ring.channels) return;
      const sound = buffer.getChannelData(ear);
      readBetween(ring, channel, from, step, sound);
      for (const value of sound) peak = Math.max(peak, Math.abs(value));
      fade(sound, this.course?.overlap ?? 0);
    });
    const gain = this.loudness.gain(peak, frames / audio.sampleRate);
    this.louder.gain.setTargetAtTime(gain, at / audio.sampleRate - 0.05, 0.02);
    const source = audio.createBufferSource();
    source.buffer = buffer;
    source.connect(this.louder);
    source.start(at / audio.sampleRate);
  }

  stop(): void {
    void this.audio.close().catch(() => undefined);
  }
}
