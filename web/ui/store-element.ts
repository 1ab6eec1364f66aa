import type { StreamName } from '../../src/protocol/stream-kind.js';
import { onFrame } from '../data/frame-clock.js';
import type { Page } from '../data/page.js';
import type { Store, Topic } from '../data/store.js';
import { pageOf } from './page-of.js';
import { SpokenElement } from './spoken-element.js';

/**
 * Base of panels: renders when one of its `topics` changes, asks for its `streams` while it is on the
 * page and on the screen, and calls `frame` on animation frames meanwhile.
 */
export abstract class StoreElement extends SpokenElement {
  protected readonly topics: readonly Topic[] = [];
  protected readonly streams: readonly StreamName[] = [];
  private found: Page | undefined;
  private release: (() => void)[] = [];
  private live: (() => void)[] = [];
  private observer: IntersectionObserver | undefined;

  /** The page around this element, once it is connected; kept when it is taken out. */
  protected get page(): Page {
    return (this.found ??= pageOf(this));
  }

  protected get store(): Store {
    return this.page.store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.release.push(this.store.on(this.topics, () => this.requestUpdate()));
    this.observer = new IntersectionObserver((entries) => this.show(entries.some((e) => e.isIntersecting)), {
      // What comes next when scrolling is fed before it is seen, so that it is never seen empty.
      rootMargin: '150% 0px',
    });
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.show(false);
    for (const release of this.release) release();
    this.release = [];
  }

  /** Draw; called on every animation frame while visible. */
  protected frame?(now: number): void;

  /** Streams needed now; call `refreshStreams` when the answer changes. */
  protected neededStreams(): readonly StreamName[] {
    return this.streams;
  }

  protected refreshStreams(): void {
    if (this.live.length > 0) {
      const old = this.live.shift();
      this.live.unshift(this.page.demand.add(this.neededStreams()));
      old?.();
    }
  }

  private show(visible: boolean): void {
    if (visible === this.live.length > 0) return;
    for (const stop of this.live) stop();
    this.live = [];
    if (!visible) return;
    this.live.push(this.page.demand.add(this.neededStreams()));
    if (this.frame) this.live.push(onFrame((now) => this.frame?.(now)));
  }
}
