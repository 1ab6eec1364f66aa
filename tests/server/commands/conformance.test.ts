import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conformanceCommand } from '../../../server/commands/conformance.js';

async function output(...argv: string[]): Promise<string> {
  let written = '';
  const terminal = {
    out: (text: string) => void (written += text),
    err: () => undefined,
    interactive: false,
  };
  const command = conformanceCommand({ terminal, stop: new AbortController().signal });
  await command.option('--json').exitOverride().parseAsync(argv, { from: 'user' });
  return written;
}

describe('myodesis conformance', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-'));
  afterAll(() => rm(folder, { recursive: true }));

  it('prints a row and draws it', async () => {
    const text = await output('--quick', '--row', '13', '--plots', folder);
    expect(text).toMatch(/^13 meets {2}noise floor/);
    expect(text).toContain('1 of 1 rows meet every number');
    expect(await readFile(join(folder, 'row-13.svg'), 'utf8')).toMatch(/^<svg/);
  });

  it('writes JSON for machines and Markdown for readers', async () => {
    const [record] = JSON.parse(await output('--quick', '--row', '2', '--json')) as Record<string, unknown>[];
    expect(Object.keys(record ?? {})).toEqual(
      expect.arrayContaining(['id', 'part', 'fact', 'conditions', 'sample', 'findings', 'met']),
    );
    const markdown = await output('--quick', '--row', '2', '--markdown');
    expect(markdown).toContain('| # | fact | people | simulated | verdict |');
    expect(markdown).toContain('\n### <a id="row-2"></a>2. Discharge rates');
  });

  it('refuses a row that is not there', async () => {
    await expect(output('--row', '999')).rejects.toThrow('got 999');
  });
});
