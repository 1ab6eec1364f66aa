import { expect, it } from 'vitest';
import { addressKey } from '../../../server/access/address-key.js';
import { AddressRates } from '../../../server/access/address-rates.js';
import { mostConnections } from '../../../server/access/open-files.js';
import { Places } from '../../../server/access/places.js';

it.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:192.168.1.7', '192.168.1.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:0002::', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, ''],
])('counts %s as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

it('lets programs of this machine, and those behind a proxy on it, have all places', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const places = new Places(2);
    const taken = [places.take(address), places.take(address), places.take(address)];
    expect(taken).toEqual([expect.any(Function), expect.any(Function), 'all']);
  }
});

it('gives another address half of the places, and gives them back once', () => {
  const places = new Places(4);
  const first = places.take('a');
  places.take('a');
  expect(places.take('a')).toBe('address');
  places.take('b');
  places.take('c');
  expect(places.take('d')).toBe('all');
  if (typeof first === 'string') throw new Error(first);
  first();
  first();
  expect(places.take('d')).toBeTypeOf('function');
  expect(places.take('e')).toBe('all');
});

it('limits each address by itself, and forgets the oldest of very many', () => {
  const rates = new AddressRates(1, 2);
  expect([rates.take('a', 0), rates.take('a', 0), rates.take('a', 0)]).toEqual([true, true, false]);
  expect(rates.take('b', 0)).toBe(true);
  for (let n = 0; n < 5000; n++) rates.take(`other ${n}`, 0);
  expect(rates.take('a', 0)).toBe(true);
});

it.each([
  [1088, Infinity, 1088],
  [1088, 1_048_576, 1088],
  [1088, 1024, 384],
  [1088, 400, 72],
  [1088, 300, 22],
  [1088, 64, 16],
  [8, 64, 8],
])('lets in of %i connections, where %s files may be open, %i', (wanted, openFiles, most) => {
  expect(mostConnections(wanted, openFiles)).toBe(most);
});
