import type { Layer } from '../anatomy/anatomy.js';
import type { ContactGroup } from './contact-group.js';

/** What the kernels of an arrangement of contacts depend on. */
export interface KernelQuery {
  readonly layers: readonly Layer[];
  readonly group: Omit<ContactGroup, 'parts'>;
  readonly levels: Float64Array;
  /** Largest |z| that is looked up, m. */
  readonly reach: number;
  readonly sampleRateHz: number;
}
