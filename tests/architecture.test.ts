import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cyclesOf,
  exportedValues,
  filesOf,
  importsOf,
  namesOf,
  reachedFrom,
  root,
  starredBy,
  type Import,
} from './support/source-tree.js';

/** Who may import whom: a part may import from itself and from the parts listed for it, nothing else. */
type Floors = Readonly<Record<string, readonly string[]>>;

/**
 * The house of `src`. The two wings never see each other: the decoder gets blocks of signal and names of
 * movements, as on a person.
 */
const floors: Floors = {
  ground: [],
  body: ['ground'],
  recording: ['ground', 'body'],
  decoder: ['ground'],
  world: ['ground', 'decoder'],
  scenario: ['ground', 'body', 'decoder'],
  protocol: ['ground', 'body', 'decoder', 'world', 'scenario'],
  pipeline: ['ground', 'body', 'decoder', 'scenario'],
  patient: ['ground', 'body', 'recording', 'decoder', 'world', 'scenario', 'protocol', 'pipeline'],
  devices: ['ground', 'protocol'],
  study: ['ground', 'body', 'decoder', 'scenario', 'pipeline', 'patient'],
  conformance: ['ground', 'body', 'decoder', 'scenario', 'pipeline', 'patient', 'study'],
  index: ['ground', 'body', 'decoder', 'scenario', 'protocol', 'pipeline', 'patient', 'study', 'conformance'],
};
/** Floors within the ground floor and the wings. */
const rooms: Readonly<Record<string, Floors>> = {
  ground: {
    types: [],
    math: [],
    sources: [],
    signal: ['types', 'math', 'sources'],
    movement: ['signal', 'math'],
  },
  body: {
    anatomy: [],
    user: [],
    physiology: ['anatomy'],
    conductor: ['anatomy'],
    intent: ['anatomy'],
    person: ['anatomy', 'physiology', 'intent'],
    synthesis: ['anatomy', 'physiology', 'conductor', 'intent', 'person'],
  },
};
/** What the server's parts share: files right below `server/` that know no part. */
const serverGround = [
  'errors',
  'listening',
  'log',
  'loopback',
  'package-info',
  'read-json',
  'refuse-upgrade',
  'steady-time',
  'trusted-origin',
];
const adapters = ['outside', 'workers', 'recordings'];
const serverFloors: Floors = {
  errors: [],
  'package-info': [],
  'read-json': [],
  listening: [],
  log: [],
  loopback: [],
  'refuse-upgrade': [],
  'steady-time': [],
  'trusted-origin': [],
  recordings: serverGround,
  outside: [...serverGround, 'access'],
  workers: [...serverGround, 'outside'],
  cli: [...serverGround, ...adapters],
  study: [...serverGround, ...adapters, 'cli'],
  access: serverGround,
  devices: serverGround,
  inlets: [...serverGround, 'devices', 'recordings'],
  sessions: [...serverGround, ...adapters, 'access', 'inlets'],
  logs: [...serverGround, 'cli', 'sessions'],
  metrics: [...serverGround, 'sessions', 'stream'],
  http: [...serverGround, 'access', 'sessions'],
  stream: [...serverGround, 'access', 'sessions', 'devices', 'logs'],
  service: [...serverGround, 'access', 'sessions', 'devices', 'http', 'logs', 'metrics', 'stream'],
  commands: [
    ...serverGround,
    ...adapters,
    'access',
    'devices',
    'inlets',
    'sessions',
    'cli',
    'logs',
    'study',
    'service',
  ],
  program: [...serverGround, 'cli', 'commands'],
  main: ['cli', 'program'],
};
const webFloors: Floors = {
  data: [],
  texts: ['data'],
  ui: ['data', 'texts'],
  panels: ['data', 'texts', 'ui'],
  views: ['data', 'texts', 'ui', 'panels'],
  worker: [],
  main: ['data', 'ui', 'panels', 'views'],
  playground: ['data', 'ui', 'panels', 'views', 'worker'],
  'vite.config': [],
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

const sources = ['src', 'server', 'web']
  .flatMap((folder) => filesOf(folder))
  .filter((file) => !file.endsWith('.d.ts'));

/** Part of a file: the folder or, right below the top, the file's own name. */
const partOf = (file: string): string => (file.split('/')[1] ?? '').replace(/\.\w+$/, '');

/** Imports that run the wrong way between the parts of a top folder, one line each. */
function wrongWays(top: string, allowed: Floors): string[] {
  return filesOf(top).flatMap((file) => {
    const part = partOf(file);
    if (!allowed[part]) return [`${file}: give ${part} its place among the floors of ${top}`];
    return importsOf(file)
      .filter(({ target }) => target?.startsWith(`${top}/`) && partOf(target) !== part)
      .filter(({ target = '' }) => !allowed[part]?.includes(partOf(target)))
      .map(({ specifier }) => `${file} imports ${specifier}`);
  });
}

/** Imports of the files of a folder that a rule forbids, one line each. */
function forbidden(top: string, rule: (found: Import) => boolean): string[] {
  return filesOf(top).flatMap((file) =>
    importsOf(file)
      .filter(rule)
      .map(({ specifier }) => `${file} imports ${specifier}`),
  );
}

describe('the house', () => {
  it('of src imports only downwards', () => {
    expect(wrongWays('src', floors)).toEqual([]);
  });

  it.each(Object.keys(rooms))('has floors within %s', (wing) => {
    const within = rooms[wing] ?? {};
    const roomOf = (path: string): string => path.split('/')[2] ?? '';
    const wrong = filesOf(`src/${wing}`).flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target?.startsWith(`src/${wing}/`))
        .filter(({ target = '' }) => roomOf(file) !== roomOf(target) && roomOf(file) !== 'index.ts')
        .filter(({ target = '' }) => !within[roomOf(file)]?.includes(roomOf(target)))
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps src pure: nothing outside it, and no package but isomorphic ones', () => {
    const isPure = ({ specifier, target }: Import): boolean =>
      target === undefined ? purePackages.includes(specifier) : target.startsWith('src/');
    expect(forbidden('src', (found) => !isPure(found))).toEqual([]);
  });

  it('of the server imports only downwards, and nothing of the page', () => {
    expect(wrongWays('server', serverFloors)).toEqual([]);
    expect(forbidden('server', ({ target }) => /^web\//.test(target ?? ''))).toEqual([]);
  });

  it('of the page imports only downwards, and nothing of the server or of Node', () => {
    expect(wrongWays('web', webFloors)).toEqual([]);
    const foreign = ({ specifier, target }: Import): boolean =>
      /^node:/.test(specifier) || /^server\//.test(target ?? '');
    expect(forbidden('web', foreign)).toEqual([]);
  });

  it('has no circles, not even of types', () => {
    const within = new Set(sources);
    const edges = (file: string): string[] =>
      importsOf(file).flatMap(({ target }) => (target !== undefined && within.has(target) ? [target] : []));
    expect(cyclesOf(sources, edges)).toEqual([]);
  });

  it('has no room without a door: every file is reached from an entry', () => {
    const reached = reachedFrom(entries());
    const unreached = [...sources, ...filesOf('web', /\.css$/)].filter((file) => !reached.has(file));
    expect(unreached).toEqual([]);
  });

  it('exports no value that only tests use', () => {
    const all = [...sources, ...filesOf('tests/bench'), ...filesOf('tests/engines')];
    const named = new Map(all.map((file) => [file, namesOf(file)]));
    const open = new Set([...entries(), ...all.flatMap(starredBy)]);
    const unused = sources
      .filter((file) => !open.has(file))
      .flatMap((file) =>
        exportedValues(file)
          .filter((name) => named.get(file)?.get(name) === 1)
          .filter((name) => !all.some((other) => other !== file && named.get(other)?.has(name)))
          .map((name) => `${file}: ${name}`),
      );
    expect(unused).toEqual([]);
  });

  it('is mirrored by its tests', () => {
    const isFolder = (path: string): boolean => existsSync(join(root, path)) && !/\.\w+$/.test(path);
    const astray = ['src', 'server', 'web']
      .flatMap((top) => filesOf(`tests/${top}`, /\.test\.ts$/))
      .map((file) => dirname(file).replace(/^tests\//, ''))
      .filter((folder) => !isFolder(folder) && !/\/dials$/.test(folder));
    expect(astray).toEqual([]);
  });

  it('keeps files small enough to read in one sitting', () => {
    const large = ['src', 'server', 'web']
      .flatMap((folder) => filesOf(folder, /\.(ts|css|wat)$/))
      .filter((file) => statSync(join(root, file)).size > 20_480);
    expect(large).toEqual([]);
  });

  it('has nothing at the top level but the layout', () => {
    const allowed =
      /^(src|server|web|tests|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|node_modules|dist|coverage|recordings|\..*)$/;
    expect(readdirSync(root).filter((entry) => !allowed.test(entry))).toEqual([]);
  });
});

/** Where a user or a tool comes in: the package, its commands, the pages, the tools of the checkout. */
function entries(): string[] {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const built = [...manifest.matchAll(/"(?:\.\/)?dist\/((?:src|server)\/[^"*]*\.js)"/g)];
  const pages = filesOf('web', /\.html$/).flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/(?:src|href)="\.\/([^"]+\.(?:ts|css))"/g)].map(
      ([, path]) => join('web', path ?? ''),
    ),
  );
  const all = [
    ...built.map(([, path = '']) => path.replace(/\.js$/, '.ts')),
    ...pages,
    ...filesOf('.ci', /\.js$/),
    'web/vite.config.ts',
    'web/playground.ts',
    'tests/bench/run.ts',
  ];
  for (const entry of all) expect(existsSync(join(root, entry)), `entry ${entry}`).toBe(true);
  return all;
}
