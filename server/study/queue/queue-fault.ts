import { ResourceError } from '../../../src/ground/signal/errors.js';
import { systemCode } from '../../../src/ground/signal/system-code.js';
import { addressText, PASSWORD_VARIABLE, type QueueAddress } from './queue-address.js';

/** What an error of the connection means, and what to do; the first whose words fit. */
const faults: readonly (readonly [RegExp, string, string])[] = [
  [/ECONNREFUSED/, 'nobody listens there', 'Start it (redis-server), or check host and port.'],
  [/ENOTFOUND|EAI_AGAIN/, 'there is no such host', 'Check the name of the host.'],
  [
    /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/,
    'it does not answer',
    'Check host, port and firewall, and whether it speaks TLS (rediss://) or does not (redis://).',
  ],
  [/^NOAUTH/, 'it asks for a password', `Give it in the address, or in ${PASSWORD_VARIABLE}.`],
  [
    /^WRONGPASS|invalid password/,
    'user or password are wrong',
    `Check the address, and ${PASSWORD_VARIABLE}.`,
  ],
  [
    /^NOPERM/,
    'this user may not do what a queue needs',
    'Allow the user all keys that begin with myodesis:.',
  ],
  [/DB index/, 'it has no database of that number', 'Leave the number out for database 0.'],
  [/^Protocol error|reply type/, 'what answers there is no Redis', 'Check host and port.'],
  [
    /SELF_SIGNED|UNABLE_TO_|ALTNAME|CERT_/i,
    'its certificate is not trusted',
    'Name the file of its certificate authority in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /EPROTO|SSL|ECONNRESET|Connection is closed|socket hang up|disconnected/i,
    'the connection was closed',
    'Check whether it is still there, and whether it speaks TLS (rediss://) or does not (redis://).',
  ],
  [/^OOM/, 'it has no memory left', 'Raise its maxmemory, or remove what others left there.'],
  [/^(MISCONF|READONLY)/, 'it takes no data', 'See its log: its disk is full, or it is a replica.'],
];

/**
 * An error of the connection in our words. The cause is not handed on: that of a wrong password holds the password.
 * @param what is said after the reason, such as what becomes of the study
 */
export function queueFault(error: unknown, address: QueueAddress, what = ''): ResourceError {
  const message = error instanceof Error ? error.message : String(error);
  const code = systemCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : '');
  const [, reason, hint] = faults.find(([words]) => words.test(code) || words.test(message)) ?? [];
  return new ResourceError(`the queue at ${addressText(address)}: ${reason ?? message}${what}`, {
    hint: hint ?? 'Check the address, and the log of Redis.',
  });
}
