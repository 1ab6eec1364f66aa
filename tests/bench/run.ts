import { cpus, totalmem } from 'node:os';
import { benchKernel } from './kernel.bench.js';
import { benchSynthesizer } from './kernel-synthesizer.bench.js';
import { measureClassifiers } from './classifiers.bench.js';
import { measureFeatures } from './features.bench.js';
import { measurePipeline } from './pipeline.bench.js';
import { measureQueue } from './queue.bench.js';
import type { Measurement } from './measure.js';

/**
 * `npm run bench`: every speed this product claims, beside a baseline of the same run. `--json` prints a list
 * of `{ name, value, unit, baseline, ratio }`, `--markdown` the table of the README.
 */
function synthesis(): Measurement[] {
  const rows = benchSynthesizer();
  // The kernel's JavaScript reference, over the same body, is what the rest is measured against.
  const slow = benchSynthesizer('reference', [{ channels: 16, drive: 0.3 }])[0];
  return rows.map(({ channels, drive, timesRealTime }) => ({
    name: `synthesis, ${channels} channels × 8 muscles × 120 units, ${drive * 100} % drive`,
    value: timesRealTime,
    unit: '× real time',
    baseline: channels === 16 && drive === 0.3 && slow ? slow.timesRealTime : 1,
    ratio: channels === 16 && drive === 0.3 && slow ? timesRealTime / slow.timesRealTime : timesRealTime,
    against: channels === 16 && drive === 0.3 ? 'kernel in JavaScript' : 'real time',
  }));
}

function kernel(): Measurement[] {
  const rows = benchKernel();
  return rows
    .filter(({ name }) => name === 'WebAssembly SIMD')
    .flatMap((wasm) => {
      const find = (start: string): (typeof rows)[number] | undefined =>
        rows.find(({ name, units }) => name.startsWith(start) && units === wasm.units);
      const against = [
        ['C -O3 -march=native', find('C')],
        ['plain JavaScript', find('JavaScript')],
      ] as const;
      return against.map(([label, baseline]) => ({
        name: `add kernel, 60 samples × 16 channels, ${wasm.units} unit${wasm.units > 1 ? 's' : ''}`,
        value: wasm.nsMean,
        unit: 'ns per discharge',
        baseline: baseline?.nsMean ?? null,
        ratio: baseline ? baseline.nsMean / wasm.nsMean : null,
        against: label,
        min: wasm.nsMin,
        sd: wasm.nsSd,
      }));
    });
}

const parts: [string, () => readonly Measurement[] | Promise<readonly Measurement[]>][] = [
  ['synthesis', synthesis],
  ['kernel', kernel],
  ['pipeline', measurePipeline],
  ['features', measureFeatures],
  ['classifiers', measureClassifiers],
  ['queue', measureQueue],
];

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = wanted.filter((name) => !parts.some(([part]) => part === name));
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(', ')}: write one of ${parts.map(([part]) => part).join(', ')}`);
  process.exit(2);
}
const measured: Measurement[] = [];
for (const [name, measure] of parts) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (process.stderr.isTTY) process.stderr.write(`measuring ${name} …\n`);
  measured.push(...(await measure()));
}

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const digits = (x: number | null): string => (x === null ? '–' : x >= 100 ? x.toFixed(0) : x.toPrecision(3));
if (process.argv.includes('--json')) console.log(JSON.stringify(measured, null, 2));
else if (process.argv.includes('--markdown')) {
  console.log(`| what | value | baseline | ratio |\n|---|---|---|---|`);
  for (const { name, value, unit, baseline, ratio, against } of measured)
    console.log(
      `| ${name} | ${digits(value)} ${unit} | ${digits(baseline)}${against ? ` (${against})` : ''} | ${digits(ratio)} |`,
    );
  console.log(`\nMeasured on ${machine}.`);
} else {
  console.log(machine);
  console.table(
    measured.map(({ name, value, unit, baseline, ratio, against }) => ({
      name,
      value: digits(value),
      unit,
      baseline: digits(baseline),
      ratio: digits(ratio),
      against: against ?? '',
    })),
  );
}
