import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const restricted = ['no-restricted-properties', 'no-restricted-syntax', 'no-restricted-globals'];
let rules: Linter.RulesRecord;

/** Rules that a file of the project breaks with this text. */
const broken = (code: string): (string | null)[] =>
  new Linter().verify(code, [{ rules }]).map(({ ruleId }) => ruleId);

beforeAll(async () => {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: `${root}.ci/eslint.config.js` });
  const config = (await eslint.calculateConfigForFile(`${root}src/ground/math/exponential.ts`)) as {
    rules: Linter.RulesRecord;
  };
  rules = Object.fromEntries(restricted.map((name) => [name, config.rules[name]]));
});

describe('src may not call what differs between engines', () => {
  it.each([
    'Math.exp(1)',
    'Math.pow(2, x)',
    'const { sin } = Math',
    'Math.cbrt(8)',
    'Math.random()',
    'Date.now()',
  ])('%s', (code) => {
    expect(broken(`export const x = 1; ${code}`)).toEqual(['no-restricted-properties']);
  });

  it.each(['x ** 2', 'x **= 2'])('%s', (code) => {
    expect(broken(`export let x = 1; ${code}`)).toEqual(['no-restricted-syntax']);
  });

  it.each(['Math.sqrt(2)', 'Math.PI', 'Math.fround(x)', 'Math.imul(2, 3)', 'x * x'])('but %s', (code) => {
    expect(broken(`export const x = 1; ${code}`)).toEqual([]);
  });
});
