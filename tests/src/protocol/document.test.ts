import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { encodeFrame, HEADER_BYTES } from '../../../src/protocol/frame.js';
import { FRAME_VERSION, streamKinds } from '../../../src/protocol/stream-kind.js';
import { wireTables } from '../../support/wire-tables.js';

const file = resolve(import.meta.dirname, '../../../server/README.md');
const text = readFileSync(file, 'utf8');

describe('the document of the wire', () => {
  it('has the tables of src/protocol (`npm run docs:wire` writes them)', async () => {
    let wanted = text;
    for (const [name, table] of Object.entries(wireTables)) {
      const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`, 'u');
      expect(wanted, name).toMatch(place);
      wanted = wanted.replace(place, (_, begin: string, end: string) => `${begin}\n${table}\n\n${end}`);
    }
    const options = await resolveConfig(file);
    await expect(await format(wanted, { ...options, parser: 'markdown' })).toMatchFileSnapshot(file);
  });

  it('says where a reader finds what is in the header', () => {
    const block = { channels: 3, length: 2, index: 12_345_678_901, data: new Float32Array(6) };
    const view = new DataView(encodeFrame('truth', block, 1_700_000_000_000.5).buffer);
    const read: Record<string, (at: number) => number> = {
      u8: (at) => view.getUint8(at),
      u16: (at) => view.getUint16(at, true),
      u32: (at) => view.getUint32(at, true),
      f64: (at) => view.getFloat64(at, true),
    };
    const fields = [...text.matchAll(/^\| (\d+)(?:–(\d+))? +\| ([uf]\d+) +\|/gmu)].map(
      ([, from = '', to = from, type = '']) => ({
        value: read[type]?.(Number(from)),
        bytes: Number(to) + 1 - Number(from),
        size: Number(type.slice(1)) / 8,
      }),
    );
    expect(fields.map(({ value }) => value)).toEqual([
      streamKinds.truth,
      FRAME_VERSION,
      block.channels,
      block.length,
      block.index,
      1_700_000_000_000.5,
    ]);
    expect(fields.every(({ bytes, size }) => bytes === size)).toBe(true);
    expect(fields.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(HEADER_BYTES);
  });
});
