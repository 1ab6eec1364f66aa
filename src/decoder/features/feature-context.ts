import { ChannelView } from './analysis/channel-view.js';
import type { FeatureShape } from './feature-shape.js';
import type { ResolvedOptions } from './feature-options.js';

/** What the features of one extractor share: the channel in view, and analyses of it that several read. */
export class FeatureContext implements FeatureShape {
  readonly view: ChannelView;
  private readonly analyses = new Map<unknown, Map<string, object>>();

  constructor(
    readonly channels: number,
    readonly length: number,
    readonly sampleRateHz: number,
    readonly options: ResolvedOptions,
  ) {
    this.view = new ChannelView(length);
  }

  /** The one analysis of a type and arguments; it is computed once per channel and window, when first read. */
  share<A extends object, P extends readonly number[]>(
    type: new (context: FeatureContext, ...parameters: P) => A,
    ...parameters: P
  ): A {
    let variants = this.analyses.get(type);
    if (!variants) this.analyses.set(type, (variants = new Map()));
    const key = parameters.join();
    const known = variants.get(key);
    if (known instanceof type) return known;
    const made = new type(this, ...parameters);
    variants.set(key, made);
    return made;
  }
}
