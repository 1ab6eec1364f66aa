import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A project of somebody else, with the package installed as npm would install it. */
export interface Installed {
  readonly folder: string;
  /** Put a file into the project. */
  write(name: string, content: string): void;
  /** Run a program of its `node_modules`. @throws with what it printed where it fails */
  run(program: 'tsc' | 'node', ...args: string[]): string;
  /** Output of a TypeScript example; `tests/package.test.ts` checks its types. */
  runTypeScript(name: string, code: string): string;
}

/** Pack the built package and install it into a fresh project outside the checkout, its dependencies beside it. */
export function installPacked(): Installed {
  const folder = mkdtempSync(join(tmpdir(), 'myodesis-installed-'));
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  // The global setup has built; packing again must not build under the feet of other tests.
  const npm = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const tarball = execFileSync('npm', npm, { cwd: root, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', tarball], { cwd: folder });
  renameSync(join(folder, 'package'), join(modules, 'myodesis'));
  for (const name of readdirSync(join(root, 'node_modules')))
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const installed: Installed = {
    folder,
    write: (name, content) => writeFileSync(join(folder, name), content),
    run: (program, ...args) => {
      const before = program === 'node' ? [] : [join(modules, 'typescript/bin/tsc')];
      try {
        const options = { cwd: folder, encoding: 'utf8', stdio: 'pipe' } as const;
        return execFileSync(process.execPath, [...before, ...args], options);
      } catch (error) {
        const { stdout, stderr } = error as { stdout?: string; stderr?: string };
        throw new Error(`${program} ${args.join(' ')}:\n${stdout ?? ''}${stderr ?? ''}`, { cause: error });
      }
    },
    runTypeScript: (name, code) => {
      installed.write(`${name}.ts`, code);
      return installed.run('node', '--import', 'tsx', `${name}.ts`);
    },
  };
  return installed;
}

/** Code blocks of a language in a file of the checkout. */
export function codeBlocks(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

/** Every README of the checkout, and every guide of the reference. */
export const documents: readonly string[] = [
  'README.md',
  ...['src', 'server', 'web', 'tests'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((file) => /(^|\/)(README|write-[a-z-]+)\.md$/.test(file))
      .map((file) => `${top}/${file}`),
  ),
];
