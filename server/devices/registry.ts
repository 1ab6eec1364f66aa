import { brainflow } from './brainflow/index.js';
import type { DeviceKind } from './device.js';
import { keys } from './keys/index.js';
import { libemg } from './libemg/index.js';
import { lsl } from './lsl/index.js';
import { muovi } from './muovi/index.js';
import { myo } from './myo/index.js';
import { openbci } from './openbci/index.js';
import { osc } from './osc/index.js';
import { trigno } from './trigno/index.js';

/** Every device that the service can appear as, in the order in which it is shown. */
export const deviceKinds: readonly DeviceKind[] = [
  lsl,
  trigno,
  myo,
  muovi,
  openbci,
  brainflow,
  libemg,
  osc,
  keys,
];
