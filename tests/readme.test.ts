import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { features } from '../src/decoder/features/extract-features.js';
import { classifierKinds } from '../src/decoder/model-fields.js';
import { liveClasses } from '../src/ground/signal/field.js';
import { baselinesOf } from '../src/study/benchmark/baselines.js';
import { mb1 } from '../src/study/benchmark/mb1.js';
import { abilityNames } from '../src/study/benchmark/suite.js';
import { dials } from '../src/study/dials.js';
import { codeBlocks, documents, installPacked, type Installed } from './support/packed-package.js';

/** What the READMEs show is run as it stands, in the project of somebody who installed the package. */
const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'myodesis-readme-'));
let installed: Installed;
beforeAll(() => (installed = installPacked()));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(installed.folder, { recursive: true, force: true });
});

describe('README', () => {
  const examples = codeBlocks('README.md', 'ts');

  it('counts what there is', () => {
    const text = readFileSync(join(root, 'README.md'), 'utf8');
    expect(text).toContain(`${classifierKinds.length} classifiers and ${features.length} features`);
    expect(text).toContain(`${dials.length} dials`);
    expect(text).toContain(`beside ${baselinesOf(mb1).length} baselines`);
    const said = (n: number): string => ['six', 'seven', 'eight', 'nine', 'ten'][n - 6] ?? String(n);
    expect(text).toContain(
      `${said(mb1.people.test.length)} simulated people of ${said(new Set(mb1.people.test.map(({ body }) => body)).size)} bodies`,
    );
    expect(text).toContain(`measures ${said(abilityNames.length)} abilities`);
  });

  it('goes from motor units to moving joints in one sentence', () => {
    const output = installed.runTypeScript('sentence', examples[0] ?? '');
    expect(Number(output.match(/held out: ([\d.]+) %/)?.[1])).toBeGreaterThan(80);
    expect(output).toMatch(/\d+ \{[^}]*'?elbow'?: /);
    expect(output.split('\n').length).toBeGreaterThan(80);
  });

  it('gives labelled features', () => {
    const lines = installed
      .runTypeScript('labelled', examples[1] ?? '')
      .trim()
      .split('\n');
    expect(lines.length).toBeGreaterThan(100);
    expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBeGreaterThan(2);
    expect(lines.every((line) => /^\d+ [a-z-]+ 64$/.test(line))).toBe(true);
  });

  it('takes a classifier and a feature of one’s own', () => {
    const output = installed.runTypeScript('own', examples[2] ?? '');
    expect(output).toMatch(/held out: [\d.]+ %/);
    const rows = [...output.matchAll(/^(HTD|TDAR) (lda|nearest mean) ([\d.]+) %$/gm)];
    expect(rows.map(([, features, classifier]) => `${features} ${classifier}`)).toEqual([
      'HTD lda',
      'HTD nearest mean',
      'TDAR lda',
      'TDAR nearest mean',
    ]);
    for (const row of rows) expect(Number(row[3])).toBeGreaterThan(40);
  });

  it('shows commands that work', () => {
    const commands = codeBlocks('README.md', 'sh')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('npx myodesis') && !line.includes(' serve '));
    expect(commands.length).toBeGreaterThanOrEqual(4);
    const mine = codeBlocks('README.md', 'js').find((code) => code.startsWith('// mine.js'));
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    writeFileSync(join(scratch, 'mine.js'), mine ?? '');
    writeFileSync(join(scratch, 'study.json'), codeBlocks('README.md', 'json')[0] ?? '');
    for (const line of commands) {
      const args = line.replace(/#.*/, '').trim().split(/\s+/).slice(2);
      execFileSync(process.execPath, [join(root, 'dist/server/main.js'), ...args], {
        cwd: scratch,
        stdio: 'pipe',
        env: { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache') },
      });
    }
    expect(readFileSync(join(scratch, 'recording/emg.csv'), 'utf8')).toMatch(/^time_s,/);
    for (const report of ['stress.html', 'likeness.html', 'mine.html', 'noise/report.html'])
      expect(readFileSync(join(scratch, report), 'utf8')).toContain('</html>');
  }, 480_000);
});

describe('src/README', () => {
  it('shows a Synthesizer that works on its own', () => {
    const [code = ''] = codeBlocks('src/README.md', 'ts');
    expect(installed.runTypeScript('synthesizer', code)).toBe('hand-close\n100 20\n8\n');
  });

  it('says of every class of live what a change costs', () => {
    const text = readFileSync(join(root, 'src/README.md'), 'utf8');
    for (const live of liveClasses) expect(text).toContain(`\`${live}\``);
  });
});

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('names only files and folders that there are', () => {
    const prose = text.replace(/^```[^]*?^```$/gm, '');
    const named = [...prose.matchAll(/`([\w.-]+\/[\w./-]*|[\w-]+\.ts)`/g)].map(([, path = '']) => path);
    const paths = named.filter((path) => !/^(dist|myodesis)\//.test(path));
    const missing = paths.filter((path) => !isThere(`/${path.replace(/\/$/, '')}`));
    expect(missing).toEqual([]);
  });

  it('links only to what there is', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([]);
  });
});

/** Everything in the checkout, each path from its root with a slash before it. */
const checkout = ['src', 'server', 'web', 'tests', '.ci'].flatMap((top) => [
  `/${top}`,
  ...readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((path) => `/${top}/${path}`),
]);

/** Whether there is such a file or folder: documents name them from the root, or from where they are. */
function isThere(path: string): boolean {
  return checkout.some((one) => one.endsWith(path));
}
