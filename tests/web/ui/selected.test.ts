import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const web = resolve(import.meta.dirname, '../../../web');

it('no option is selected by attribute: once somebody chose it, browsers follow that no more', () => {
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(
    sources.filter((file) => /\?(selected|checked)=/u.test(readFileSync(join(web, file), 'utf8'))),
  ).toEqual([]);
});
