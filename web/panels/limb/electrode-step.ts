import { struckAt } from '../../data/key-places.js';

/** How a key moves an electrode: degrees around the limb or millimetres along it. */
export interface ElectrodeStep {
  readonly key: 'angleDeg' | 'axialMm';
  readonly delta: number;
}

const steps: readonly ElectrodeStep[] = [
  { key: 'angleDeg', delta: -2 },
  { key: 'angleDeg', delta: 2 },
  { key: 'axialMm', delta: -2 },
  { key: 'axialMm', delta: 2 },
];

/** Where a key moves the electrode that has the focus; undefined where it moves none. */
export function electrodeStep(event: KeyboardEvent): ElectrodeStep | undefined {
  const found = struckAt('electrodes', event);
  const step = found && steps[found.nth];
  return step && (found.action === 'far' ? { ...step, delta: 5 * step.delta } : step);
}
