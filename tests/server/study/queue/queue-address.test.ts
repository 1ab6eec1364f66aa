import { describe, expect, it } from 'vitest';
import { addressText, parseQueueAddress } from '../../../../server/study/queue/queue-address.js';
import { queueFault } from '../../../../server/study/queue/queue-fault.js';
import { failureOf, failureText, parseQueueMessage } from '../../../../server/study/queue/queue-message.js';
import { queuePackage } from '../../../../server/study/queue/queue-package.js';
import { UsageError } from '../../../../server/errors.js';
import { ConfigError, ResourceError } from '../../../../src/ground/signal/errors.js';

const local = { host: '127.0.0.1', port: 6379, db: 0, tls: false };
const thrown = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the address of a queue', () => {
  it.each([
    ['redis://127.0.0.1', local, 'redis://127.0.0.1:6379'],
    ['redis://h:16379/3', { host: 'h', port: 16379, db: 3, tls: false }, 'redis://h:16379/3'],
    ['rediss://[::1]:7', { host: '::1', port: 7, db: 0, tls: true }, 'rediss://[::1]:7'],
    [
      'redis://me:a%40b@h/',
      { host: 'h', port: 6379, db: 0, tls: false, username: 'me', password: 'a@b' },
      'redis://h:6379',
    ],
    ['redis://:secret@127.0.0.1', { ...local, password: 'secret' }, 'redis://127.0.0.1:6379'],
  ])('%s is understood, and shown without its password', (text, address, shown) => {
    expect(parseQueueAddress(text, {})).toEqual(address);
    expect(addressText(address)).toBe(shown);
  });

  it('takes its password from the environment where it has none itself', () => {
    const environment = { MYODESIS_QUEUE_PASSWORD: 'kept' };
    expect(parseQueueAddress('redis://127.0.0.1', environment)).toEqual({ ...local, password: 'kept' });
    expect(parseQueueAddress('redis://:own@127.0.0.1', environment)).toEqual({ ...local, password: 'own' });
  });

  it.each([
    ['', /not the address/],
    ['secret@h', /not the address/],
    ['redis://h:secret', /not the address/],
    ['http://:secret@h', /begins with http:, expected redis/],
    ['redis://:secret@h/one', /only the number of a database/],
    ['redis://:secret@h/1?x', /only the number of a database/],
    ['redis:///1', /names no host/],
    ['redis://:secret%@h', /%40 for @/],
  ])('%s is refused, without repeating it', (text, message) => {
    const error = thrown(() => parseQueueAddress(text, {}));
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
    expect(JSON.stringify(error)).not.toContain('secret');
  });
});

describe('an error of a queue', () => {
  const system = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'connect' });

  it.each([
    [system('ECONNREFUSED'), /nobody listens there/, /redis-server/],
    [system('ENOTFOUND'), /no such host/, /name/],
    [system('ETIMEDOUT'), /does not answer/, /rediss:/],
    [new Error('NOAUTH Authentication required.'), /asks for a password/, /MYODESIS_QUEUE_PASSWORD/],
    [Object.assign(new Error('x'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), /not trusted/, /NODE_EXTRA_CA/],
    [Object.assign(new Error('x'), { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }), /was closed/, /rediss:/],
    [new Error('Protocol error, got "H" as reply type byte.'), /no Redis/, /port/],
    [new Error("OOM command not allowed when used memory > 'maxmemory'."), /no memory left/, /maxmemory/],
    [new Error('something else'), /something else/, /log of Redis/],
  ])('%s is told with what to do', (error, message, hint) => {
    const told = queueFault(error, local);
    expect(told).toBeInstanceOf(ResourceError);
    expect(told.message).toMatch(message);
    expect(told.hint).toMatch(hint);
  });

  it('holds nothing of the command that failed: it may be the one with the password', () => {
    const error = Object.assign(new Error('WRONGPASS invalid username-password pair'), {
      command: { name: 'auth', args: ['secret'] },
    });
    const told = queueFault(error, local);
    expect(told.message).toMatch(/user or password are wrong/);
    expect(told.cause).toBeUndefined();
  });

  it('comes back from a queue as it was', () => {
    const error = new ConfigError('got 3', { hint: 'Write 2.' });
    expect(failureOf(failureText(error))).toEqual(error);
    expect(failureOf('job stalled more than allowable limit').message).toMatch(
      /given up by the queue: job stalled/,
    );
    expect(() => parseQueueMessage({ task: 3 })).toThrow(/none of a study/);
  });

  it('is told where the package is not installed', async () => {
    const missing = queuePackage(() => Promise.reject(new Error('Cannot find package')));
    await expect(missing).rejects.toMatchObject({ code: 'resource', hint: 'Run "npm install bullmq".' });
  });
});
