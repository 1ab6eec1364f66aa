import type { Page } from 'playwright-core';

/** Something of the page that is looked at, and tried with axe. */
export interface Shot {
  /** Name of the picture's file, such as `lab-spectrum`. */
  readonly name: string;
  /** Part of the address after `#`. */
  readonly hash: string;
  /** Preset that the service has in force; the default one if absent. */
  readonly preset?: string;
  /** Has nothing to try with axe that another shot does not have; takes seconds to come to. */
  readonly pictureOnly?: true;
  /** Element that is all there is to try with axe: what stands around it, another shot has. The whole page if absent. */
  readonly part?: string;
  /** Bring the page there, once its patient is live; returns when it stands still. */
  go?(page: Page): Promise<void>;
}
