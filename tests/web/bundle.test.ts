import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';

/** Bytes of script, compressed, that the page may load before it draws. */
const MOST_AT_ONCE = 60_000;

let chunks: Map<string, Rollup.OutputChunk>;

async function buildPage(mode: string): Promise<void> {
  vi.stubEnv('NODE_ENV', 'production'); // Otherwise Lit's development code is measured.
  const configFile = resolve(import.meta.dirname, '../../web/vite.config.ts');
  const built = await build({ configFile, mode, logLevel: 'silent', build: { write: false } });
  vi.unstubAllEnvs();
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  chunks = new Map(outputs.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
}

/** Chunks that a page cannot do without: entries, and all that these import other than on demand. */
function eager(): Rollup.OutputChunk[] {
  const found = new Set<Rollup.OutputChunk>();
  const visit = (chunk: Rollup.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk);
  return [...found];
}

const packagesOf = (some: Iterable<Rollup.OutputChunk>): Set<string> =>
  new Set(
    [...some].flatMap(({ moduleIds }) =>
      moduleIds.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(id)?.[1] ?? []),
    ),
  );

describe.each(['production', 'playground'])('the page as built for %s', (mode) => {
  beforeAll(() => buildPage(mode));

  it('loads neither schemas nor matrices nor three dimensions before it draws', () => {
    const all = packagesOf(chunks.values());
    expect(all).toContain('zod');
    expect(all).toContain('ml-matrix');
    expect(all).toContain('three');
    const atOnce = packagesOf(eager());
    expect(atOnce).toContain('lit');
    expect(atOnce).not.toContain('zod');
    expect(atOnce).not.toContain('ml-matrix');
    expect(atOnce).not.toContain('three');
  });

  it('is small before it draws', () => {
    const bytes = eager().reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(MOST_AT_ONCE);
  });
});
