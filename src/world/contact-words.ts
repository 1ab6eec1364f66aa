import type { ContactKind } from './world-view.js';

/** What a contact is called where it is told. */
export const contactWords: Readonly<Record<ContactKind, string>> = {
  touch: 'Touch',
  grasp: 'Firm hold',
  slip: 'Slip',
  drop: 'Drop',
  'put-down': 'Put down',
  spill: 'Spilled or crushed',
  ground: 'Ground',
  overload: 'Too much weight',
};
