import { UsageError } from '../../errors.js';

/** Where a queue is, and how to get in. */
export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  /** Number of the database in that Redis. */
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls: boolean;
}

/** Where a password may stand that is in no command line, which every user of a machine can read. */
export const PASSWORD_VARIABLE = 'MYODESIS_QUEUE_PASSWORD';

const hint = `Write --queue redis://HOST:PORT, rediss:// for TLS, or redis://USER:PASSWORD@HOST:PORT/DATABASE; the password may stand in ${PASSWORD_VARIABLE}.`;

/**
 * The address of a queue: `redis://[user:password@]host[:port][/database]`, or `rediss://` over TLS. No error repeats
 * what was given, for it may hold a password.
 *
 * @throws UsageError where it cannot be understood
 */
export function parseQueueAddress(text: string, environment: NodeJS.ProcessEnv): QueueAddress {
  const wrong = (what: string): UsageError => new UsageError(`--queue: ${what}`, { hint });
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw wrong('not the address of a Redis');
  }
  const { protocol, hostname, pathname, search, hash } = url;
  if (protocol !== 'redis:' && protocol !== 'rediss:')
    throw wrong(`got an address that begins with ${protocol}, expected redis:// or rediss://`);
  if (hostname === '') throw wrong('the address names no host');
  const [, database] = /^\/?(\d{0,5})$/.exec(pathname) ?? [];
  if (database === undefined || search !== '' || hash !== '')
    throw wrong('after the host, only the number of a database may stand, such as /2');
  const username = decoded(url.username);
  const password = decoded(url.password) || environment[PASSWORD_VARIABLE];
  if (username === undefined || (password === undefined && url.password !== ''))
    throw wrong('user or password are not written as in an address (%40 for @, %25 for %)');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    db: Number(database),
    ...(username !== '' && { username }),
    ...(password && { password }),
    tls: protocol === 'rediss:',
  };
}

/** The address as it may be shown: without user and password. */
export function addressText({ host, port, db, tls }: QueueAddress): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'rediss' : 'redis'}://${name}:${port}${db === 0 ? '' : `/${db}`}`;
}

/** @returns undefined where the text is none of an address */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
