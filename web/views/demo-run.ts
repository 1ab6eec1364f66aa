import type { ReactiveController } from 'lit';
import { clickerWish, type ClickerWish } from '../data/clicker.js';
import { DemoPlayer, type Played } from '../data/demo-player.js';
import { isKiosk, Kiosk, kioskIdleMs } from '../data/kiosk.js';
import { language } from '../data/language.js';
import type { Page } from '../data/page.js';
import { placeOf } from '../ui/key-place.js';
import { KeysHere } from '../ui/keys-here.js';
import { speak } from '../ui/speak.js';
import type { StoreElement } from '../ui/store-element.js';
import { currentTheme, setTheme } from '../ui/theme.js';

const TICK_MS = 250;

/** A story that somebody can go through, and that can run by itself. */
export interface RunStory extends Played {
  back(): void;
  end(): void;
  /** The start, with a patient as they come, whatever was done to the one who is there. */
  afresh(): void;
  /** Bring a patient anew. */
  mend(): void;
  /** A moment has passed. */
  ticked(): void;
}

/** Runs the story of the Demo: clicker keys, playing by itself, and the watch over a kiosk. */
export class DemoRun implements ReactiveController {
  readonly player: DemoPlayer;
  readonly kiosk: Kiosk | undefined;
  /** What a kiosk spoke and looked like before visitors chose. */
  private readonly spoken = language();
  private readonly theme = currentTheme();
  private timer = 0;
  private ticked = 0;

  constructor(
    private readonly host: StoreElement,
    private readonly story: RunStory,
    private readonly page: () => Page,
  ) {
    host.addController(this);
    new KeysHere(host, 'story', { act: (_, event) => this.wished(event) });
    this.player = new DemoPlayer(story);
    if (isKiosk(location.href)) this.kiosk = new Kiosk(Date.now(), kioskIdleMs(location.href));
  }

  hostConnected(): void {
    this.ticked = Date.now();
    this.timer = window.setInterval(() => this.tick(), TICK_MS);
    if (!this.kiosk) return;
    this.player.play();
    // A service that was renewed has other parts: those of the old page are gone.
    window.addEventListener('vite:preloadError', this.reload);
    for (const name of ['pointerdown', 'keydown', 'wheel'] as const)
      window.addEventListener(name, this.onTouch, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    window.removeEventListener('vite:preloadError', this.reload);
    for (const name of ['pointerdown', 'keydown', 'wheel'] as const)
      window.removeEventListener(name, this.onTouch, { capture: true });
  }

  toggle(): void {
    if (this.player.playing) this.player.pause();
    else this.player.play();
    this.host.requestUpdate();
  }

  private tick(): void {
    const now = Date.now();
    const passed = Math.min(4 * TICK_MS, now - this.ticked);
    this.ticked = now;
    const { playing } = this.player;
    this.player.tick(passed);
    if (playing !== this.player.playing) this.host.requestUpdate();
    this.story.ticked();
    if (this.kiosk) this.watch(this.kiosk, now);
  }

  private watch(kiosk: Kiosk, now: number): void {
    const { store } = this.page();
    const phase = store.status?.phase;
    const due = kiosk.due(now, {
      connected: store.connection === 'open',
      // Who was stopped by a visitor waits for nobody but the next.
      running: phase === 'running' || (phase === 'paused' && kiosk.visited),
      failed: phase === 'failed',
      // A hidden page is not told much, nor is one whose patient is made ready.
      heard: document.hidden || phase !== 'running' ? now : store.statistics,
    });
    switch (due) {
      case 'restart':
        store.notify(undefined);
        if (language() !== this.spoken) void speak(this.spoken);
        if (currentTheme() !== this.theme) setTheme(this.theme);
        this.story.afresh();
        this.player.play();
        return this.host.requestUpdate();
      case 'mend':
        return this.story.mend();
      case 'reload':
        return void this.reload();
      case undefined:
    }
  }

  // A page that is loaded from nowhere stays an error for ever: it has to be there.
  private readonly reload = async (): Promise<void> => {
    const found = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
    if (found?.ok) location.reload();
  };

  // Whoever tries something is let; the story goes on when they have left.
  private readonly onTouch = (): void => {
    this.kiosk?.touched(Date.now());
    this.player.pause();
    this.host.requestUpdate();
  };

  private wished(event: KeyboardEvent): boolean {
    const wish = clickerWish(event, placeOf(event));
    if (wish) this.follow(wish);
    return wish !== undefined;
  }

  /** Do what a clicker asks for. */
  follow(wish: ClickerWish): void {
    const { story, player } = this;
    if (wish === 'play') return this.toggle();
    if (wish === 'forward') story.forward();
    else if (wish === 'back') story.back();
    else if (wish === 'start') story.start();
    else story.end();
    player.begun();
  }
}
