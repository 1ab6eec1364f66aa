import { readSaid, type Presented, type PresenterWish, type Said } from './presented.js';

/** How often a presenter's window asks what is shown. */
const ASK_MS = 2000;
/** After so many questions without an answer nobody is there. */
const MOST_ASKED = 3;

const channelOf = (id: string): BroadcastChannel => new BroadcastChannel(`myodesis.presenter.${id}`);

abstract class End {
  private readonly channel: BroadcastChannel;

  constructor(id: string) {
    this.channel = channelOf(id);
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const said = readSaid(data);
      if (said) this.hear(said);
    };
  }

  protected abstract hear(said: Said): void;

  protected say(said: Said): void {
    this.channel.postMessage(said);
  }

  close(): void {
    this.channel.onmessage = null;
    this.channel.close();
  }
}

/** The end of the window that everybody sees: tells what is shown and does what the presenter wishes. */
export class WallEnd extends End {
  private told = '';
  private askedAt = -Infinity;

  /**
   * @param shown what is shown now
   * @param follow do what the presenter wishes
   * @param now milliseconds on any clock
   */
  constructor(
    id: string,
    private readonly shown: () => Presented | undefined,
    private readonly follow: (wish: PresenterWish) => void,
    private readonly now: () => number = () => Date.now(),
  ) {
    super(id);
    this.tell();
  }

  /** Whether a presenter's window is open: it asks again and again. */
  get watched(): boolean {
    return this.now() - this.askedAt < (MOST_ASKED + 1) * ASK_MS;
  }

  /** Tell what is shown, where that has changed. */
  tell(): void {
    const shown = this.shown();
    if (!shown) return;
    const text = JSON.stringify(shown);
    if (text === this.told) return;
    this.told = text;
    this.say({ kind: 'shown', shown });
  }

  /** The story leaves the screen. */
  leave(): void {
    this.told = '';
    this.say({ kind: 'gone' });
  }

  override close(): void {
    this.leave();
    super.close();
  }

  protected override hear(said: Said): void {
    if (said.kind === 'left') this.askedAt = -Infinity;
    if (said.kind === 'ask') {
      this.askedAt = this.now();
      this.told = '';
      this.tell();
    }
    if (said.kind !== 'wish') return;
    this.follow(said.wish);
    this.tell();
  }
}

/** The end of the presenter's window. */
export class PresenterEnd extends End {
  private unanswered = 0;
  private readonly timer: ReturnType<typeof setInterval>;

  /** @param show what is shown; undefined where there is no story on the wall any more */
  constructor(
    id: string,
    private readonly show: (shown: Presented | undefined) => void,
  ) {
    super(id);
    this.timer = setInterval(() => this.ask(), ASK_MS);
    this.ask();
  }

  wish(wish: PresenterWish): void {
    this.say({ kind: 'wish', wish });
  }

  override close(): void {
    clearInterval(this.timer);
    this.say({ kind: 'left' });
    super.close();
  }

  protected override hear(said: Said): void {
    if (said.kind !== 'shown' && said.kind !== 'gone') return;
    this.unanswered = 0;
    this.show(said.kind === 'shown' ? said.shown : undefined);
  }

  private ask(): void {
    if (++this.unanswered > MOST_ASKED) this.show(undefined);
    this.say({ kind: 'ask' });
  }
}
