import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBlocks, installPacked, type Installed } from '../../support/packed-package.js';

/** Every program of the guides is run as it stands, in the project of somebody who installed the package. */
let installed: Installed;
beforeAll(() => (installed = installPacked()));
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

describe('the guides', () => {
  const guide = (name: string, n = 0): string =>
    installed.runTypeScript(`${name}-${n}`, codeBlocks(`src/guides/${name}.md`, 'ts')[n] ?? '');
  const shares = (output: string): number[] =>
    [...output.matchAll(/([\d.]+) %/g)].map(([, percent]) => Number(percent));

  /** Three times what guessing among the seven classes gives: it decides; how well, is the person's doing. */
  const deciding = 300 / 7;

  it('write a classifier that is saved, loaded, and decides what is done', () => {
    const output = guide('write-a-classifier');
    expect(shares(output)[0]).toBeGreaterThan(deciding);
    expect(output).toMatch(/^\d+ hand-close hand-close$/m);
  });

  it('compare a classifier', () => {
    const output = guide('write-a-classifier', 1);
    expect(shares(output)).toHaveLength(4);
    expect(output).toMatch(/^TDAR mine /m);
    expect(output).toMatch(/^Contact noise of another source 20 µV 0\.\d+$/m);
  });

  it('write a feature', () => {
    const output = guide('write-a-feature');
    expect(output).toMatch(/\[ 1\.5, 1\.60\d+, 0\.25 \]/);
    expect(output).toMatch(/^\d+ hand-close 48$/m);
  });

  it('put a feature into a decoder', () => {
    const output = guide('write-a-feature', 1);
    expect(output).toMatch(/^P8\.MEANABS/);
    expect(output).toMatch(/^HTD,MEANABS/m);
    expect(Math.min(...shares(output))).toBeGreaterThan(50);
  });

  it('write a filter', () => {
    const output = guide('write-a-filter');
    expect(output).toMatch(/^1960 320$/m);
    expect(shares(output)[0]).toBeGreaterThan(deciding);
  });

  it('write a regressor', () => {
    expect(guide('write-a-regressor-or-smoothing')).toMatch(/'wrist-pronation'[^]*'smoothed'/);
  });

  it('write a smoothing step, which decides last', () => {
    const output = guide('write-a-regressor-or-smoothing', 1);
    expect(output).toMatch(/^patient adds up to \d+ ms$/m);
    expect(output).toMatch(/^\d+ hand-close 0$/m);
  });
});
