import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type OutgoingHttpHeaders, type Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFiles } from '../../../server/http/page-files.js';

const script = `export const text = '${'a page '.repeat(400)}';\n`;
const html = `<!doctype html><title>page</title>${'<p>text</p>'.repeat(300)}`;
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-page-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['index.html', html],
    ['assets/app-1a2b.js', script],
  ] as const) {
    await writeFile(join(folder, name), text);
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(text));
    await writeFile(join(folder, `${name}.gz`), gzipSync(text));
  }
  await writeFile(join(folder, 'assets/small-3c4d.js'), 'export {};\n');
  const app = express();
  app.use('/inner', pageFiles(folder));
  app.use(pageFiles(folder));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** What is sent, as it goes over the wire: `fetch` would unpack it. */
async function get(
  path: string,
  encodings: string | undefined,
  more: OutgoingHttpHeaders = {},
  method = 'GET',
): Promise<{ response: IncomingMessage; bytes: Buffer }> {
  const { port } = server.address() as AddressInfo;
  const headers = { ...(encodings !== undefined && { 'Accept-Encoding': encodings }), ...more };
  const asked = request({ host: '127.0.0.1', port, path, headers, method });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { response, bytes: Buffer.concat(await response.toArray()) };
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync } as const;

describe.each([
  ['/', html, 'text/html; charset=utf-8', 'no-cache'],
  ['/inner/', html, 'text/html; charset=utf-8', 'no-cache'],
  ['/index.html?lang=de', html, 'text/html; charset=utf-8', 'no-cache'],
  ['/assets/app-1a2b.js', script, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
] as const)('%s', (path, text, type, cache) => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ] as const)('is sent to who takes %s as %s', async (accepted, encoding) => {
    const { response, bytes } = await get(path, accepted);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers['vary']).toMatch(/Accept-Encoding/u);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['cache-control']).toBe(cache);
    expect(Number(response.headers['content-length'])).toBe(bytes.length);
    const sent = encoding ? unpack[encoding](bytes) : bytes;
    expect(sent.toString()).toBe(text);
    if (encoding) expect(bytes.length).toBeLessThan(text.length / 4);

    const head = await get(path, accepted, {}, 'HEAD');
    expect(head.bytes.length).toBe(0);
    expect(head.response.headers['content-length']).toBe(response.headers['content-length']);
    const part = await get(path, accepted, { Range: 'bytes=10-29' });
    expect(part.response.statusCode).toBe(206);
    expect(part.bytes).toEqual(bytes.subarray(10, 30));
    const again = await get(path, accepted, { 'If-None-Match': String(response.headers['etag']) });
    expect(again.response.statusCode).toBe(304);
  });

  it('has another tag for each encoding', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(async (one) => (await get(path, one)).response.headers['etag']),
    );
    expect(new Set(tags).size).toBe(3);
  });
});

it('sends as it is what was not packed, and nothing that is not there', async () => {
  const { response, bytes } = await get('/assets/small-3c4d.js', 'br, gzip');
  expect(response.headers['content-encoding']).toBeUndefined();
  expect(response.headers['cache-control']).toContain('immutable');
  expect(String(bytes)).toBe('export {};\n');
  expect((await get('/assets/none.js', 'br')).response.statusCode).toBe(404);
  expect((await get('/assets/../../secret', 'br')).response.statusCode).toBe(403);
});

it('sends who asks for a folder without its slash to where it has one', async () => {
  const { response } = await get('/inner', 'br');
  expect(response.statusCode).toBe(301);
  expect(response.headers['location']).toBe('/inner/');
});
