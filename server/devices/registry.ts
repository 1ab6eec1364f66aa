import type { DeviceKind } from './device.js';
import { libemg } from './libemg/index.js';

/** Every device that the service can appear as. */
export const deviceKinds: readonly DeviceKind[] = [libemg];
