import { expect, it } from 'vitest';
import { refusal } from '../../server/trusted-origin.js';

const trust = { host: '127.0.0.1', allowedHosts: ['lab.example'], allowedOrigins: ['http://localhost:5173'] };
const both = { checkOrigin: true };

it.each([
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['localhost:8080', 'http://localhost:8080'],
  ['[::1]:8080', 'http://[::1]:8080'],
  ['192.168.1.7:8080', 'http://192.168.1.7:8080'],
  ['lab.example', 'http://lab.example'],
  ['127.0.0.1:8080', 'http://localhost:5173'],
  ['127.0.0.1:8080', undefined],
])('lets host %s with origin %s pass', (host, origin) => {
  expect(refusal({ host, origin }, trust, both)).toBeUndefined();
});

it.each([
  ['evil.example', undefined, /host/],
  ['localhost.evil.example', undefined, /host/],
  ['', undefined, /host/],
  [undefined, undefined, /host/],
  ['127.0.0.1:8080', 'http://evil.example', /origin/],
  ['127.0.0.1:8080', 'http://127.0.0.1:9999', /origin/],
  ['127.0.0.1:8080', 'null', /origin/],
  ['127.0.0.1:8080', 'file://', /origin/],
  ['127.0.0.1:8080', '', /origin/],
])('refuses host %s with origin %s', (host, origin, message) => {
  const refused = refusal({ host, origin }, trust, both);
  expect(refused?.message).toMatch(message);
  expect(refused?.hint).not.toBe('');
});

it('leaves the origin of a harmless request alone, but never the host', () => {
  const harmless = { checkOrigin: false };
  expect(refusal({ host: 'localhost', origin: 'http://evil.example' }, trust, harmless)).toBeUndefined();
  expect(refusal({ host: 'evil.example' }, trust, harmless)).toBeDefined();
});
