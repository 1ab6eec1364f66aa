import { expect, it } from 'vitest';
import { Access, newToken } from '../../../server/access/access.js';
import { tokenInAddress, withoutToken } from '../../../server/access/credentials.js';
import { linksOf } from '../../../server/access/links.js';
import { qrText } from '../../../server/access/qr-text.js';
import { isLoopback } from '../../../server/loopback.js';

const tokens = { presenter: newToken(), viewer: newToken() };

it('makes tokens that are never the same, and that a link can carry', () => {
  const made = Array.from({ length: 100 }, newToken);
  expect(new Set(made).size).toBe(100);
  for (const token of made) expect(token).toMatch(/^[\w-]{22}$/);
});

it('knows a role by its token, whole', () => {
  const access = new Access(tokens);
  expect(access.roleOf(tokens.presenter)).toBe('presenter');
  expect(access.roleOf(tokens.viewer)).toBe('viewer');
  for (const wrong of [undefined, '', tokens.viewer.slice(0, -1), `${tokens.presenter} `, 'ä'.repeat(22)])
    expect(access.roleOf(wrong)).toBeUndefined();
  expect(new Access().roleOf(undefined)).toBe('presenter');
});

it.each([
  ['/?token=abc', './'],
  ['/?token=abc&session=s1', './?session=s1'],
  ['/playground/?token=a', './'],
  ['//evil.example/?token=a', './'],
  ['//evil.example?token=a', './evil.example'],
  ['/\\evil.example/..?token=a', './\\evil.example/..'.replace(/.*\//, './')],
])('leads from %s to %s, which is never another host', (url, to) => {
  expect(tokenInAddress(url)).toMatch(/^a/);
  expect(withoutToken(url)).toBe(to);
  expect(new URL(withoutToken(url), 'http://here.example/').host).toBe('here.example');
});

it.each([
  ['127.0.0.1', true],
  ['127.9.9.9', true],
  ['::1', true],
  ['localhost', true],
  ['127.evil.example', false],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.7', false],
  ['localhost.example', false],
])('%s is of this machine alone: %s', (address, own) => {
  expect(isLoopback(address)).toBe(own);
});

it('links each role to where others find the service, never to 0.0.0.0', () => {
  const access = new Access(tokens);
  const { addresses, byRole } = linksOf('0.0.0.0', 8080, access);
  expect(addresses[0]).toMatch(/^http:\/\/[\d.]+:8080$/);
  expect(addresses[0]).not.toContain('0.0.0.0');
  expect(byRole?.viewer).toBe(`${addresses[0]}/?token=${tokens.viewer}`);
  expect(linksOf('::1', 80, access).addresses).toEqual(['http://[::1]:80']);
  expect(linksOf('127.0.0.1', 80, new Access()).byRole).toBeUndefined();
});

it('draws a code as a square of half blocks', () => {
  const lines = qrText('http://192.168.1.7:8080/?token=abcdefghijklmnopqrstuv').trimEnd().split('\n');
  const rows = lines.map((line) => line.replace(/\x1b\[[\d;]*m/g, ''));
  for (const row of rows) {
    expect(row).toMatch(/^[ ▀▄█]+$/);
    expect(Math.ceil(row.length / 2)).toBe(rows.length);
  }
});
