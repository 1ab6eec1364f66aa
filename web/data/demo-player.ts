/** A story that can be played: its stops follow one another. */
export interface Played {
  /** Whether there is something to see now; while a patient is made ready, time stands still. */
  ready(): boolean;
  /** How long this stop lasts, as a share of the time that is set. */
  pace(): number;
  /** Show what this stop has to show; asked for twice, since it may take another patient first. */
  act(): void;
  /** Go one stop further; false at the end. */
  forward(): boolean;
  /** Back to the first stop. */
  start(): void;
}

/** When in a stop something is shown, as shares of its time. */
const ACTS = [0.35, 0.65] as const;
/** A patient who is not ready after this long is not waited for. */
const PATIENCE_MS = 60_000;

/** Plays a story by itself: how long each stop lasts, whether it begins anew after the last. */
export class DemoPlayer {
  playing = false;
  /** Time of each stop. */
  seconds = 14;
  loop = true;
  /** How much of the present stop has passed, 0 to 1. */
  share = 0;
  private acts = 0;
  private waited = 0;

  constructor(private readonly story: Played) {}

  play(): void {
    this.playing = true;
    this.begun();
  }

  pause(): void {
    this.playing = false;
  }

  /** Somebody went to another stop: its time begins. */
  begun(): void {
    this.share = 0;
    this.acts = 0;
    this.waited = 0;
  }

  /** Time passes. */
  tick(ms: number): void {
    if (!this.playing) return;
    const { story } = this;
    if (!story.ready() && this.waited < PATIENCE_MS) {
      this.waited += ms;
      return;
    }
    this.share = Math.min(1, this.share + ms / (1000 * this.seconds * story.pace()));
    const due = ACTS[this.acts];
    if (due !== undefined && this.share >= due) {
      this.acts++;
      story.act();
    } else if (this.share >= 1) this.end();
  }

  private end(): void {
    this.begun();
    if (this.story.forward()) return;
    if (this.loop) this.story.start();
    else this.pause();
  }
}
