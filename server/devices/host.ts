import type { DeviceHost } from './device.js';

/** This machine as devices have it. */
export function deviceHost(address: string, log: DeviceHost['log']): DeviceHost {
  return {
    address,
    now: () => performance.now() / 1000,
    epoch: () => (performance.timeOrigin + performance.now()) / 1000,
    log,
  };
}
