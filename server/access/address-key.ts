import { isIPv6 } from 'node:net';
import { unmapped } from '../loopback.js';

/**
 * What counts as one address for limits: an IPv4 address, or the first half of an IPv6 address, as one machine has all of
 * the second half at its disposal.
 */
export function addressKey(remote: string | undefined): string {
  const address = unmapped((remote ?? '').replace(/%.*$/, '').toLowerCase());
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':').length : 0;
  if (tail !== undefined) while (groups.length + after < 8) groups.push('0');
  const whole = tail ? [...groups, ...tail.split(':')] : groups;
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
