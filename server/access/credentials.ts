import type { IncomingMessage } from 'node:http';

/** Name of the cookie that holds a token. Cookies know no ports: two services of one host must not take each other's. */
export function cookieName({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return `myodesis-${socket.localPort ?? 0}`;
}

/** The parts of a request that a token may come in. */
type Asked = Pick<IncomingMessage, 'headers' | 'socket'>;

/** The token of `Authorization: Bearer TOKEN`, else that of the cookie; undefined where there is neither. */
export function tokenOf(request: Asked): string | undefined {
  const { authorization, cookie = '' } = request.headers;
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
  const name = cookieName(request);
  for (const pair of cookie.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** The token that an address carries, `?token=TOKEN`. */
export function tokenInAddress(url: string | undefined): string | undefined {
  return searchOf(url).get('token') ?? undefined;
}

/**
 * The address without its token, relative to itself: below a proxy that puts the service under a path of its own it still
 * leads there, and it never leads to another host.
 */
export function withoutToken(url: string | undefined): string {
  const search = searchOf(url);
  search.delete('token');
  const path = (url ?? '').split('?')[0] ?? '';
  const query = search.toString();
  return `./${path.slice(path.lastIndexOf('/') + 1)}${query === '' ? '' : `?${query}`}`;
}

function searchOf(url = ''): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
}
