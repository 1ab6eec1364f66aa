import type { FeatureContext } from '../feature-context.js';
import type { ChannelView } from './channel-view.js';

/** Numbers about one channel of one window that several features share, computed when first asked for. */
export abstract class Analysis {
  readonly length: number;
  protected readonly view: ChannelView;
  private stamp = -1;

  constructor(context: FeatureContext) {
    this.view = context.view;
    this.length = context.length;
  }

  /** This analysis, up to date with the channel in view. */
  fresh(): this {
    if (this.stamp !== this.view.stamp) {
      this.stamp = this.view.stamp;
      this.compute();
    }
    return this;
  }

  protected abstract compute(): void;
}
