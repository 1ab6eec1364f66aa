import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** What the READMEs show is run as it stands. */
const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'myodesis-readme-'));
// Inside the package, so that `import … from 'myodesis'` finds the built library as a user's would.
const inside = join(root, 'dist/readme');
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(inside, { recursive: true, force: true });
});

function blocks(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

/** Output of a TypeScript example. */
function runTypeScript(name: string, code: string): string {
  mkdirSync(inside, { recursive: true });
  const file = join(inside, `${name}.ts`);
  writeFileSync(file, code);
  return execFileSync(process.execPath, ['--import', 'tsx', file], { cwd: root, encoding: 'utf8' });
}

describe('README', () => {
  const examples = blocks('README.md', 'ts');

  it('trains and scores in fifteen lines', () => {
    const output = runTypeScript('score', examples[0] ?? '');
    const accuracy = Number(output.match(/^([\d.]+) %/)?.[1]);
    expect(accuracy).toBeGreaterThan(70);
    expect(accuracy).toBeLessThan(100);
  });

  it('streams with a classifier of one’s own', () => {
    const output = runTypeScript('stream', examples[1] ?? '');
    expect(output).toMatch(/held out: [\d.]+ %/);
    expect(output.split('\n').length).toBeGreaterThan(80);
    expect(output).toMatch(/\d+ (knee|ankle|tibial|femoral)-\S+ \{/);
  });

  it('shows commands that work', () => {
    const commands = blocks('README.md', 'sh')
      .flatMap((block) => block.split('\n'))
      .filter((line) => line.startsWith('npx myodesis') && !line.includes(' serve '));
    expect(commands.length).toBeGreaterThanOrEqual(4);
    const mine = blocks('README.md', 'js').find((code) => code.startsWith('// mine.js'));
    writeFileSync(join(scratch, 'package.json'), '{"type":"module"}');
    writeFileSync(join(scratch, 'mine.js'), mine ?? '');
    for (const line of commands) {
      const args = line.replace(/#.*/, '').trim().split(/\s+/).slice(2);
      execFileSync(process.execPath, [join(root, 'dist/server/main.js'), ...args], {
        cwd: scratch,
        stdio: 'pipe',
      });
    }
    expect(readFileSync(join(scratch, 'recording/emg.csv'), 'utf8')).toMatch(/^time_s,/);
    expect(readFileSync(join(scratch, 'stress.html'), 'utf8')).toContain('</html>');
  });
});

describe('src/README', () => {
  it('shows a Synthesizer that works on its own', () => {
    const code = `${blocks('src/README.md', 'ts')[0] ?? ''}\nconsole.log(signal.length, truth.discharges.length > 0);`;
    expect(runTypeScript('synthesizer', code)).toBe('2000 true\n');
  });
});
