import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The house: a folder of `src` may import from itself and from the folders listed for it, nothing else. The two
 * wings never see each other: the decoder gets blocks of signal and names of movements, as on a person.
 */
const floors: Record<string, readonly string[]> = {
  ground: [],
  body: ['ground'],
  decoder: ['ground'],
  scenario: ['ground', 'body', 'decoder'],
  protocol: ['ground', 'body', 'decoder', 'scenario'],
  pipeline: ['ground', 'body', 'decoder', 'scenario'],
  patient: ['ground', 'body', 'decoder', 'scenario', 'protocol', 'pipeline'],
  study: ['ground', 'body', 'decoder', 'scenario', 'pipeline', 'patient'],
  conformance: ['ground', 'body', 'decoder', 'scenario', 'pipeline', 'patient', 'study'],
};
/** Floors within the ground floor and the wings. */
const rooms: Record<string, Record<string, readonly string[]>> = {
  ground: { types: [], math: [], signal: ['types', 'math'], movement: ['signal', 'math'] },
  body: {
    anatomy: [],
    user: [],
    physiology: ['anatomy'],
    conductor: ['anatomy'],
    intent: ['anatomy'],
    synthesis: ['anatomy', 'physiology', 'conductor', 'intent'],
  },
};
/** Packages that `src` may use: pure and isomorphic ones only. */
const purePackages = [
  'rxjs',
  'fili',
  'ml-matrix',
  'ml-random-forest',
  'fft.js',
  'fastest-levenshtein',
  'zod/mini',
];

const root = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|css|wat)$/.test(file))
    .map((file) => join(folder, file));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

describe('the house', () => {
  it.each(sources('src').filter((file) => file.endsWith('.ts')))('%s imports only downwards', (file) => {
    const [, floor = '', room = ''] = file.split('/');
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) {
        expect(purePackages, `${file} imports ${specifier}`).toContain(specifier);
        continue;
      }
      const target = relative(root, resolve(root, dirname(file), specifier)).split('/');
      expect(target[0], `${file} imports ${specifier}`).toBe('src');
      if (file === 'src/index.ts') continue;
      if (target[1] !== floor)
        expect(floors[floor] ?? [], `${file} imports ${specifier}`).toContain(target[1]);
      else if (rooms[floor] && room !== 'index.ts' && target[2] !== room)
        expect(rooms[floor][room] ?? [], `${file} imports ${specifier}`).toContain(target[2]);
    }
  });

  it.each(sources('web').filter((file) => file.endsWith('.ts')))(
    '%s does not reach into the server',
    (file) => {
      for (const specifier of importsOf(file)) {
        expect(specifier, file).not.toMatch(/(^|\/)server\//);
        expect(specifier, file).not.toMatch(/^node:/);
      }
    },
  );

  it.each(sources('server').filter((file) => file.endsWith('.ts')))(
    '%s does not reach into the page',
    (file) => {
      for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/(^|\/)web\//);
    },
  );

  it('keeps files small enough to read in one sitting', () => {
    const large = ['src', 'server', 'web']
      .flatMap(sources)
      .filter((file) => statSync(join(root, file)).size > 20_480);
    expect(large).toEqual([]);
  });

  it('has nothing at the top level but the layout', () => {
    const allowed =
      /^(src|server|web|tests|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|node_modules|dist|coverage|recordings|\..*)$/;
    expect(readdirSync(root).filter((entry) => !allowed.test(entry))).toEqual([]);
  });
});
