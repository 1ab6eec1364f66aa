import type { Page } from '../../data/page.js';

/** Samples from … to (exclusive) of the running stream, in which something is measured. */
export interface Measured {
  readonly page: Page;
  readonly from: number;
  readonly to: number;
}
