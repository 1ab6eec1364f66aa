import { Command } from 'commander';
import { expect, it } from 'vitest';
import { linksOf } from '../../../server/access/links.js';
import {
  accessOf,
  addAccessOptions,
  tellLinks,
  type AccessFlags,
} from '../../../server/commands/access-flags.js';

/** The flags as the command line gives them. */
const parsed = (...argv: string[]): AccessFlags =>
  addAccessOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }))
    .parse(argv, { from: 'user' })
    .opts<AccessFlags>();

const given = 'presenter-of-tests';

/** What is told of where the service is. */
function told(flags: AccessFlags, json: boolean): { out: string; err: string } {
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    interactive: false,
  };
  tellLinks(linksOf(flags.host, 8080, accessOf(flags)), flags, json, terminal);
  return said;
}

it('asks no token of this machine, unless one is given', () => {
  expect(accessOf(parsed()).tokens).toBeUndefined();
  expect(accessOf(parsed('--host', '::1')).tokens).toBeUndefined();
  expect(accessOf(parsed('--presenter-token', given)).tokens).toMatchObject({ presenter: given });
});

it('makes tokens for every other address', () => {
  const { tokens } = accessOf(parsed('--host', '0.0.0.0'));
  expect(tokens?.presenter).toMatch(/^[\w-]{22}$/);
  expect(tokens?.viewer).not.toBe(tokens?.presenter);
});

it('refuses tokens that can be guessed, that no link can carry, or that are one for both', () => {
  for (const token of ['', 'short', 'sixteen letters!', 'x'.repeat(201)])
    expect(() => parsed('--viewer-token', token)).toThrow(/16 to 200/);
  expect(() => accessOf(parsed('--presenter-token', given, '--viewer-token', given))).toThrow(/presenters/);
});

it('tells one line where no token is asked, otherwise a link and a code for each role', () => {
  expect(told(parsed(), false)).toEqual({ out: 'Myodesis is at http://127.0.0.1:8080\n', err: '' });
  const open = told(parsed('--host', '0.0.0.0', '--presenter-token', given), false);
  expect(open.out).toContain(`/?token=${given}\n`);
  expect(open.out.match(/\?token=/g)).toHaveLength(2);
  expect(open.out).toMatch(/[▀▄█]/);
  expect(open.err).toMatch(/^note: .*not encrypted/);
  const json = JSON.parse(told(parsed('--presenter-token', given), true).out);
  expect(json).toMatchObject({
    address: 'http://127.0.0.1:8080',
    links: { presenter: expect.stringContaining(given) },
  });
});

it('notes where a proxy would let everybody in', () => {
  const flags = { ...parsed(), allowHost: ['lab.example'] };
  expect(told(flags, false).err).toMatch(/^note: .*--presenter-token/);
});
