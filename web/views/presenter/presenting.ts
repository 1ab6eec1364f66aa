import type { PresenterWish, Presented } from '../../data/presenter/presented.js';
import { presenterAddress } from '../../data/presenter/presenter-address.js';
import { WallEnd } from '../../data/presenter/presenter-line.js';
import { loadFields } from '../../data/scenario-fields.js';
import type { ShownNow } from './compose.js';
import { keep, type Presentation } from './presentation.js';

/** The wall's side of presenting: tells the presenter's window what is shown, and does what it wishes. */
export class Presenting {
  private readonly end: WallEnd;
  private stop = '';
  private since = Date.now();

  constructor(
    private kept: Presentation,
    private readonly story: { shown(): ShownNow | undefined; wish(wish: PresenterWish): void },
  ) {
    keep(kept);
    this.end = new WallEnd(
      kept.id,
      () => this.shown(),
      (wish) => this.follow(wish),
    );
    void loadFields().then(() => this.end.tell());
    addEventListener('pagehide', this.leave);
    addEventListener('pageshow', this.tell);
  }

  /** Whether the presenter's window is open. */
  get watched(): boolean {
    return this.end.watched;
  }

  /** Open the presenter's window, or go to it. */
  open(): void {
    window.open(
      presenterAddress(location.href, this.kept.id),
      `myodesis-${this.kept.id}`,
      'popup,width=1060,height=780',
    );
  }

  readonly tell = (): void => this.end.tell();

  close(): void {
    removeEventListener('pagehide', this.leave);
    removeEventListener('pageshow', this.tell);
    this.end.close();
  }

  private readonly leave = (): void => this.end.leave();

  private shown(): Presented | undefined {
    const shown = this.story.shown();
    if (!shown) return undefined;
    const stop = `${shown.titles.length} ${shown.at}`;
    if (stop !== this.stop) this.since = Date.now();
    this.stop = stop;
    return { ...shown, began: this.kept.began, since: this.since };
  }

  private follow(wish: PresenterWish): void {
    if (wish !== 'anew') return this.story.wish(wish);
    this.kept = { ...this.kept, began: Date.now() };
    this.since = this.kept.began;
    keep(this.kept);
  }
}
