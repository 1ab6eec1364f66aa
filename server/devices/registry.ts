import type { DeviceKind } from './device.js';
import { libemg } from './libemg/index.js';
import { lsl } from './lsl/index.js';

/** Every device that the service can appear as. */
export const deviceKinds: readonly DeviceKind[] = [lsl, libemg];
