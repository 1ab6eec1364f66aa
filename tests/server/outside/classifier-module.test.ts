import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClassifierModule } from '../../../server/outside/classifier-module.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { defaultsOf } from '../../../src/ground/signal/parse-fields.js';
import { gaussianClouds } from '../../support/gaussian-clouds.js';
import { recordings } from '../../support/training-recordings.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-module-'));
let written = 0;

/** A module with this text, under a name that was not imported before. */
function moduleOf(text: string, ending = 'mjs'): string {
  const path = join(folder, `mine-${written++}.${ending}`);
  writeFileSync(path, text);
  return path;
}

const body = 'fit() { this.classes = ["a", "b", "c"]; }';
const example = 'server/outside/examples/classifier-module.mjs';
const clouds = gaussianClouds({ distance: 6 });

describe('a classifier module', () => {
  it('learns and decides like any other', async () => {
    const module = await loadClassifierModule(example);
    const classifier = module.create().fit(clouds.x, clouds.labels);
    expect(classifier.classes).toEqual(['a', 'b', 'c']);
    const right = clouds.x.filter((row, n) => {
      const p = [...classifier.posterior(row)];
      expect(p.reduce((sum, value) => sum + value)).toBeCloseTo(1, 12);
      return classifier.classes[p.indexOf(Math.max(...p))] === clouds.labels[n];
    });
    expect(right.length / clouds.x.length).toBeGreaterThan(0.95);
  });

  it('survives saving with its decoder', async () => {
    const module = await loadClassifierModule(example);
    const signal = { sampleRateHz: 1000, channelNames: ['1', '2', '3', '4'] };
    const spec = defaultsOf(decoderFields);
    const { decoder } = Decoder.train(spec, recordings(), {
      ...signal,
      extensions: { classifier: module },
    });
    const json: unknown = JSON.parse(JSON.stringify(decoder));
    const restored = Decoder.fromJSON(json, { ...signal, extensions: { classifier: module } });
    const window = {
      index: 0,
      channels: 4,
      length: 200,
      sampleRateHz: 1000,
      data: new Float32Array(800).map((_, i) => 1e-5 * Math.sin(i)),
    };
    expect(restored.decide(window).posterior).toEqual(decoder.decide(window).posterior);
  });

  it('may be a class on the default export, or CommonJS', async () => {
    const asClass = await loadClassifierModule(
      moduleOf(`export default class { ${body} posterior() { return [1, 0, 0]; } }`),
    );
    expect([...asClass.create().fit(clouds.x, clouds.labels).posterior([0])]).toEqual([1, 0, 0]);
    const asCommon = await loadClassifierModule(
      moduleOf(
        `exports.createClassifier = () => ({ ${body.replace('fit()', 'fit: function ()')}, posterior: () => [0, 2, 2] })`,
        'cjs',
      ),
    );
    expect([...asCommon.create().fit(clouds.x, clouds.labels).posterior([0])]).toEqual([0, 0.5, 0.5]);
  });

  // Run by the built command: the tests' own loader would take the types out in any Node.
  it('may be TypeScript where Node runs it; elsewhere it is told which Node does', () => {
    const path = moduleOf(
      `type Labels = string[];\nexport default class { ${body} posterior(): Labels { return []; } }`,
      'ts',
    );
    const load = `import { loadClassifierModule } from './dist/server/outside/classifier-module.js';
      await loadClassifierModule(${JSON.stringify(path)}).then(({ name }) => console.log(name), ({ message, hint }) => console.log(message, hint));`;
    const told = execFileSync(process.execPath, ['--input-type=module', '--eval', load], {
      encoding: 'utf8',
    });
    if ('typescript' in process.features && process.features.typescript)
      expect(told).toMatch(/^mine-\d+\.ts\n$/);
    else expect(told).toMatch(/which does not run TypeScript Run Node 22\.18 or later, or compile it/);
  });

  it.each([
    ['an export', 'export const a = 1;', /exports a, expected createClassifier/],
    ['posterior', `export default () => ({ ${body} });`, /no method posterior/],
    ['fit', 'export default () => ({ posterior: () => [1] });', /no method fit/],
    ['an object', 'export default () => 7;', /returned number, expected an object/],
    ['syntax', 'export default (', /cannot be loaded/],
    ['a constructor that works', 'export default () => { throw new Error("no licence"); };', /no licence/],
  ])('says when %s is missing', async (_, text, message) => {
    await expect(loadClassifierModule(moduleOf(text))).rejects.toThrow(message);
  });

  it('says when there is no such file', async () => {
    await expect(loadClassifierModule(join(folder, 'nobody.mjs'))).rejects.toThrow(/no such file/);
  });

  it.each([
    ['wrong length', '[0.5, 0.5]', /posterior of 2, expected 3/],
    ['not finite', '[0.5, NaN, 0.5]', /got NaN as probability of class 1/],
    ['negative', '[1, 0, -1]', /got -1 as probability of class 2/],
    ['of zeros', '[0, 0, 0]', /zeros/],
    ['no list', '"a"', /no list of numbers/],
    ['a promise', 'Promise.resolve([1, 0, 0])', /returned a promise/],
  ])('refuses a posterior that is %s', async (_, value, message) => {
    const module = await loadClassifierModule(
      moduleOf(`export default () => ({ ${body}, posterior: () => ${value} });`),
    );
    const classifier = module.create().fit(clouds.x, clouds.labels);
    expect(() => classifier.posterior([0])).toThrow(message);
  });

  it('refuses classes that are not those of the labels', async () => {
    const module = await loadClassifierModule(
      moduleOf('export default () => ({ classes: ["a", "x"], fit() {}, posterior: () => [1, 0] });'),
    );
    expect(() => module.create().fit(clouds.x, clouds.labels)).toThrow(/got classes a, x, expected a, b, c/);
  });
});
