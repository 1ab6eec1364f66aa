import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesOf } from '../../support/source-tree.js';

it('is how the page goes to another view: an address that is written is a link followed, with another patient', () => {
  const writing = filesOf('web').filter((file) =>
    /location\.(?:hash|href)\s*=[^=]|location\.(?:assign|replace)\(/u.test(readFileSync(file, 'utf8')),
  );
  expect(writing).toEqual([]);
});
