import { networkInterfaces } from 'node:os';
import type { Role } from '../../src/protocol/schemas.js';
import type { Access } from './access.js';

/** Where the page is, and the links that let somebody in; without tokens the address itself is the link of presenters. */
export interface Links {
  /** Such as `http://127.0.0.1:8080`, the one to show first. */
  readonly addresses: readonly [string, ...string[]];
  /** Link of the first address for each role; undefined where no token is asked for. */
  readonly byRole: Readonly<Record<Role, string>> | undefined;
}

/**
 * Links to a service.
 * @param host address that it listens on; one that stands for all of the machine is shown as those that others can reach
 */
export function linksOf(host: string, port: number, { tokens }: Access): Links {
  const addresses = reachable(host).map(
    (name) => `http://${name.includes(':') ? `[${name}]` : name}:${port}`,
  );
  const [first = `http://127.0.0.1:${port}`, ...others] = addresses;
  const link = (token: string): string => `${first}/?token=${encodeURIComponent(token)}`;
  return {
    addresses: [first, ...others],
    byRole: tokens && { presenter: link(tokens.presenter), viewer: link(tokens.viewer) },
  };
}

/** Names by which others reach a host; link-local IPv6 addresses mean nothing on another machine. */
function reachable(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host];
  const all = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const outward = all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  const families = host === '::' ? ['IPv4', 'IPv6'] : ['IPv4'];
  return families.flatMap((family) =>
    outward.filter((one) => one.family === family).map(({ address }) => address),
  );
}
