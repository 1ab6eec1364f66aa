import { isIPv4 } from 'node:net';

/** Whether an address is of this machine alone. */
export function isLoopback(address: string): boolean {
  const plain = unmapped(address);
  return plain === 'localhost' || plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

/** An IPv4 address as it is, also where a socket for both kinds shows it as an IPv6 address. */
export function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}
