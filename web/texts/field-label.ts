import type { Field } from '../../src/ground/signal/field.js';
import { fieldLabel } from '../data/format.js';
import { phrase } from './phrase.js';

/** The one name of a dial, wherever it stands: that of its field, or words made of the field's own name. */
export function labelOf(key: string, field: Field | undefined): string {
  return phrase(field?.label ?? fieldLabel(key));
}
