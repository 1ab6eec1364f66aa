import { readFile } from 'node:fs/promises';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { recSessionOf } from './bio-pat-rec.js';
import { parseMat, type MatValue } from './mat-elements.js';
import { matrixBlocks } from './matrix-blocks.js';
import { defaultUnitScale, type ReadOptions, type Recording } from '../recording.js';

const rateNames = [
  'sampleRateHz',
  'sampling_rate',
  'samplingRate',
  'fs',
  'Fs',
  'FS',
  'sF',
  'sfreq',
  'frequency',
];

/**
 * Read a MATLAB 5 file: a BioPatRec `recSession`, else the matrix `variable`, else the only matrix that
 * could be a signal. The longer dimension is time. The file is taken apart in memory.
 *
 * @throws StreamError naming what the file holds when none of it is a signal, or its shape is wrong
 */
export async function readMat(path: string, options: ReadOptions = {}): Promise<Recording> {
  let file: Buffer;
  try {
    file = await readFile(path);
  } catch (cause) {
    throw new StreamError(`cannot read ${path}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      hint: 'Check the path; files above 2 GB are not read, save them as HDF5.',
      cause,
    });
  }
  const variables = parseMat(file, path);
  const session = variables.get('recSession') ?? variables.get('sigTreated');
  if (session && options.variable === undefined) return recSessionOf(session, path, options);
  const { name, matrix } = pick(path, variables, options.variable);
  const sampleRateHz = options.sampleRateHz ?? rateOf(variables);
  if (sampleRateHz === undefined || !(sampleRateHz > 0))
    throw new StreamError(`${path}: ${name} does not say its sampling rate`, {
      hint: 'Give the sampling rate in Hz, or save it in the file as "fs".',
    });
  const [rows = 0, columns = 1] = matrix.dims;
  const byRows = rows >= columns;
  const channels = byRows ? columns : rows;
  return {
    info: {
      sampleRateHz,
      channelNames: Array.from({ length: channels }, (_, c) => `ch${c + 1}`),
      unit: 'V',
    },
    annotations: [],
    blocks: () =>
      matrixBlocks(matrix.data, {
        sampleRateHz,
        channels,
        samples: byRows ? rows : columns,
        // Column-major: one step down a column is the next number.
        sampleStride: byRows ? 1 : rows,
        channelStride: byRows ? rows : 1,
        scale: options.unitScale ?? defaultUnitScale,
      }),
  };
}

type Numeric = Extract<MatValue, { kind: 'numeric' }>;

function pick(
  path: string,
  variables: ReadonlyMap<string, MatValue>,
  variable: string | undefined,
): { name: string; matrix: Numeric } {
  const candidates: { name: string; matrix: Numeric }[] = [];
  for (const [name, value] of variables)
    if (
      value.kind === 'numeric' &&
      value.dims.length === 2 &&
      value.data.length > 1 &&
      (variable ?? name) === name
    )
      candidates.push({ name, matrix: value });
  const only = candidates.filter(({ matrix }) => Math.min(...matrix.dims) > 1);
  const chosen =
    variable !== undefined || candidates.length === 1
      ? candidates[0]
      : only.length === 1
        ? only[0]
        : undefined;
  if (chosen) return chosen;
  const listed = [...variables]
    .map(([name, value]) => `${name} (${value.kind}, ${value.dims.join(' × ')})`)
    .join(', ');
  throw new StreamError(
    `${path}: ${variable === undefined ? 'cannot tell which variable is the signal' : `"${variable}" is no two-dimensional matrix`}; it holds ${listed || 'nothing'}`,
    { hint: 'Name the variable to read: samples × channels, or a BioPatRec recSession.' },
  );
}

function rateOf(variables: ReadonlyMap<string, MatValue>): number | undefined {
  for (const name of rateNames) {
    const value = variables.get(name);
    if (value?.kind === 'numeric' && value.data.length === 1) return value.data[0];
  }
  return undefined;
}
