import { isIP, isIPv4, isIPv6 } from 'node:net';
import { ConfigError } from '../../../src/ground/signal/errors.js';
import { number, text } from '../../../src/ground/signal/field.js';
import { isLoopback } from '../../loopback.js';
import type { DeviceHost } from '../device.js';

/** Whether an address is of a multicast group. */
export function isMulticast(address: string): boolean {
  return (isIPv4(address) && /^2(2[4-9]|3\d)\./.test(address)) || (isIPv6(address) && /^ff/i.test(address));
}

/** Dial: a port of this machine or of another one. */
export const portField = (port: number, explain: string) =>
  number({ unit: '1', default: port, min: 0, max: 65_535, integer: true, explain });

/** Dial: the address of a program that listens. */
export const addressField = (address: string, explain: string) =>
  text({ default: address, maxLength: 64, explain });

/**
 * Refuse to send to other machines unless the user opened devices to them: whoever may turn dials in the page could
 * otherwise send a person's signal anywhere.
 * @param field path of the option that names the address
 * @throws ConfigError
 */
export function requireNear(address: string, { address: own }: DeviceHost, field: string): void {
  if (address !== 'localhost' && isIP(address) === 0)
    throw new ConfigError(`${field}: got ${JSON.stringify(address)}, expected an IP address`, {
      field,
      hint: 'Write, for example, 127.0.0.1.',
    });
  // A group is reached by the interface of our own address: by loopback it does not leave this machine.
  if (isLoopback(address) || isMulticast(address) || !isLoopback(own)) return;
  throw new ConfigError(`${field}: ${address} is another machine, and devices are for this one only`, {
    field,
    hint: 'Use 127.0.0.1, or start with --device-host ADDRESS, the address of this machine that may be used.',
  });
}
