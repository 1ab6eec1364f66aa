import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBlocks, documents, installPacked, type Installed } from './support/packed-package.js';

/** The package as others get it: packed, installed into a project of their own, type-checked, run and bundled. */
let installed: Installed;
beforeAll(() => (installed = installPacked()));
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

const root = resolve(import.meta.dirname, '..');
const entries = Object.keys(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: object }).exports,
)
  .filter((path) => path !== './package.json')
  .map((path) => path.replace(/^\./, 'myodesis'));
const examples = documents.flatMap((file) =>
  codeBlocks(file, 'ts').map((code, n) => ({ name: `${file.replace(/\W/g, '-')}-${n + 1}.ts`, code })),
);

describe('the packed package', () => {
  it.each([
    ['NodeNext', 'NodeNext', ['node']],
    ['ESNext', 'Bundler', []],
  ])(
    'type-checks every example of every README and guide in a strict project: module %s',
    (module, moduleResolution, types) => {
      for (const { name, code } of examples) installed.write(name, code);
      // Reading and writing files needs Node's types; nothing else may.
      const usable = entries.filter((entry) => types.length > 0 || entry !== 'myodesis/recordings');
      for (const [n, entry] of usable.entries())
        installed.write(`entry-${n}.ts`, `import * as all from '${entry}';\nexport default all;\n`);
      const include = [...examples.map(({ name }) => name), ...usable.map((_, n) => `entry-${n}.ts`)];
      const compilerOptions = {
        target: 'ES2022',
        module,
        moduleResolution,
        lib: ['ES2023', 'DOM'],
        types,
        strict: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
      };
      installed.write('tsconfig.json', JSON.stringify({ compilerOptions, include }));
      expect(installed.run('tsc', '-p', '.')).toBe('');
    },
  );

  it.each(entries)('%s can be imported', (entry) => {
    const script = `console.log(Object.keys(await import('${entry}')).length)`;
    expect(Number(installed.run('node', '--input-type=module', '-e', script))).toBeGreaterThan(3);
  });

  it('costs a page only what it imports', async () => {
    installed.write('page.js', `import { Lda } from 'myodesis';\nconsole.log(new Lda());\n`);
    const built = await build({
      root: installed.folder,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: 'page.js', formats: ['es'] }, minify: true },
    });
    const chunks = (Array.isArray(built) ? built : [built]).flatMap((result) =>
      'output' in result
        ? result.output.filter((part): part is Rolldown.OutputChunk => part.type === 'chunk')
        : [],
    );
    const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules));
    expect(modules.filter((path) => /node_modules\/(rxjs|zod|fili|fft\.js)\//.test(path))).toEqual([]);
    // ml-matrix, for the training, is all but 12 kB of it.
    expect(chunks.reduce((bytes, { code }) => bytes + code.length, 0)).toBeLessThan(80_000);
  });
});
