import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trained } from '../../support/trained-decoders.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-export-'));
const path = (name: string): string => join(folder, name);
const saved = (name: string, decoder: unknown): string => {
  writeFileSync(path(name), JSON.stringify(decoder));
  return path(name);
};
let decoder: string;
beforeAll(() => void (decoder = saved('d.json', trained())));
afterAll(() => rmSync(folder, { recursive: true }));

describe('myodesis export', () => {
  it('writes C to a file, or to the terminal', async () => {
    const shown = await runCommand('export', '--decoder', decoder, '--target', 'c');
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(/from: +d\.json, by myodesis \d/);
    const out = path('new/d.c');
    expect(await runCommand('export', '--decoder', decoder, '--target', 'c', '--out', out)).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/d\.c: \d+ bytes/),
    });
    expect(readFileSync(out, 'utf8')).toBe(shown.out);
  });

  it('writes ONNX, and tells machines', async () => {
    const out = path('d.onnx');
    const told = await runCommand('export', '--decoder', decoder, '--target', 'onnx', '--out', out, '--json');
    expect(JSON.parse(told.out)).toEqual({ target: 'onnx', out, bytes: readFileSync(out).length });
  });

  it('writes JSON with all that was left out, which comes back as it is', async () => {
    const old: { spec: Record<string, unknown> } = JSON.parse(readFileSync(decoder, 'utf8'));
    delete old.spec.smoothing;
    const { code, out } = await runCommand(
      'export',
      '--decoder',
      saved('old.json', { ...old, note: 'mine' }),
      '--target',
      'json',
    );
    expect(code).toBe(0);
    expect(out).toBe(`${readFileSync(decoder, 'utf8')}\n`);
  });

  it('says what cannot be exported, and what can', async () => {
    const to = (file: string, target: string, ...more: string[]) =>
      runCommand('export', '--decoder', file, '--target', target, ...more);
    expect(await to(decoder, 'onnx')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--out decoder.onnx'),
    });
    expect(await to(decoder, 'matlab')).toMatchObject({
      code: 2,
      err: expect.stringContaining('c, onnx, json'),
    });
    expect(await to(path('none.json'), 'c')).toMatchObject({
      code: 4,
      err: expect.stringContaining('none.json'),
    });
    expect(await to(saved('x.json', { a: 1 }), 'c')).toMatchObject({
      code: 4,
      err: expect.stringContaining('expected myodesis-decoder'),
    });
    expect(await to(decoder, 'c', '--out', path('d.json/d.c'))).toMatchObject({
      code: 4,
      err: expect.stringContaining('d.json'),
    });
    const own = saved('own.json', { ...trained().toJSON(), extensions: { classifier: ['mine.js'] } });
    for (const target of ['c', 'onnx', 'json'])
      expect(await to(own, target, '--out', path('x'))).toMatchObject({
        code: 3,
        err: expect.stringMatching(/parts of your own \(classifier mine\.js\)/),
      });
    const knn = saved('knn.json', trained({ classifier: 'knn' }));
    expect(await to(knn, 'onnx', '--out', path('x'))).toMatchObject({
      code: 3,
      err: expect.stringMatching(/got classifier knn, expected one of lda, qda/),
    });
    const spectral = saved('mnf.json', trained({ features: ['MNF', 'MAV', 'SAMPEN'] }));
    expect(await to(spectral, 'c')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/got features MNF, SAMPEN, expected some of MAV, IAV/),
    });
    const direct = saved('direct.json', trained({ control: 'direct', direct: { siteA: 1, siteB: 2 } }));
    expect(await to(direct, 'c')).toMatchObject({
      code: 3,
      err: expect.stringContaining('got control by direct, expected classification'),
    });
  });
});
