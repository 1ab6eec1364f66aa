import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Which names this service answers to and which pages may command it. */
export interface TrustOptions {
  /** Address the service listens on. */
  readonly host: string;
  /** Further host names, such as that of a reverse proxy. */
  readonly allowedHosts?: readonly string[];
  /** Further page origins, such as `http://localhost:5173` of a development server. */
  readonly allowedOrigins?: readonly string[];
}

/**
 * Why a request is refused, or undefined where it may pass.
 *
 * Two attacks by foreign web pages are closed. DNS rebinding: the `Host` header must be this machine's name,
 * an address or an allowed name, because a rebound page carries its own domain there. Cross-site requests:
 * an `Origin`, which browsers always send with WebSocket handshakes and with state-changing requests, must be
 * that same host. Programs that are no browser send no `Origin` and pass.
 */
export function refusal(
  headers: { readonly host?: string | undefined; readonly origin?: string | undefined },
  trust: TrustOptions,
  { checkOrigin }: { readonly checkOrigin: boolean },
): { message: string; hint: string } | undefined {
  const host = headers.host ?? '';
  const name = hostNameOf(host);
  if (!isTrustedHost(name, trust))
    return {
      message: `host ${shown(host)} is not a name of this service`,
      hint: 'Use localhost or the address in the URL, or start with --allow-host NAME.',
    };
  const { origin } = headers;
  if (!checkOrigin || origin === undefined || trust.allowedOrigins?.includes(origin)) return undefined;
  if (originHost(origin) === host.toLowerCase()) return undefined;
  return {
    message: `origin ${shown(origin)} may not use this service`,
    hint: 'Open the page that this service serves, or start with --allow-origin ORIGIN.',
  };
}

function isTrustedHost(name: string, { host, allowedHosts = [] }: TrustOptions): boolean {
  if (name === '') return false;
  if (name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0) return true;
  return [host, hostname(), ...allowedHosts].some((allowed) => allowed.toLowerCase() === name);
}

/** Host name without port and brackets, in lower case; empty when malformed. */
function hostNameOf(host: string): string {
  try {
    const { hostname: name } = new URL(`http://${host}`);
    return name.startsWith('[') ? name.slice(1, -1) : name.toLowerCase();
  } catch {
    return '';
  }
}

function originHost(origin: string): string | undefined {
  try {
    const url = new URL(origin);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.host.toLowerCase() : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: string): string {
  return JSON.stringify(value.slice(0, 80));
}
