import { ConfigError } from '../../ground/signal/errors.js';
import { featureSets } from '../features/feature-sets.js';
import type { PlacedFeature } from '../features/feature-layout.js';
import type { ResolvedOptions } from '../features/feature-options.js';
import { writeAnalysis, type AnalysisName, type AnalysisSettings } from './c-analyses.js';
import { cepstrumCode, featureCode } from './c-feature-code.js';
import type { CSource } from './c-source.js';

/** How a feature is written in C. */
interface CFeature {
  /** Analyses that it reads. */
  readonly reads?: (order: number) => readonly AnalysisName[];
  /** Its one column, in terms of the analyses, the samples `x` and their number LENGTH. */
  readonly value?: (options: ResolvedOptions, order: number) => string;
  /** Or where its columns lie, one after the other, and the statement that puts them there. */
  readonly columns?: (
    order: number,
    options: ResolvedOptions,
  ) => { readonly from: string; readonly run?: string };
  /** The function that it calls. */
  readonly code?: (options: ResolvedOptions) => string;
  /** Operations and calls per channel, beside those of the analyses. */
  readonly work: (length: number, order: number) => readonly [operations: number, calls?: number];
}

const of =
  (...names: AnalysisName[]) =>
  () =>
    names;
const scanned = (value: string, operations = 0, calls = 0): CFeature => ({
  reads: of('scan'),
  value: () => value,
  work: () => [operations, calls],
});
const described = (k: number): CFeature => ({
  reads: of('scan', 'curves', 'logs', 'tdpsd'),
  value: () => `s.tdpsd[${k}]`,
  work: () => [0],
});

/** Features that C is written for, by name. The others need a spectrum, a wavelet, pairs of channels or patterns. */
const writers: Readonly<Record<string, CFeature>> = {
  MAV: scanned('scan.absolute / LENGTH', 1),
  IAV: scanned('scan.absolute'),
  ISD: scanned('scan.square'),
  ACT: scanned('scan.square / LENGTH', 1),
  RMS: scanned('sqrtf(scan.square / LENGTH)', 1, 1),
  WL: scanned('scan.path'),
  MAVFD: scanned('scan.path / (LENGTH - 1)', 1),
  DASDV: scanned('sqrtf(scan.slope / (LENGTH - 1))', 1, 1),
  MDIFF: scanned('scan.slope / LENGTH', 1),
  MZP: scanned('sqrtf(scan.slope / LENGTH)', 1, 1),
  MLK: scanned('logf(scan.absolute + EPSILON) / LENGTH', 2, 1),
  ZC: scanned('(float)scan.crossings'),
  SSC: scanned('(float)scan.turns'),
  WAMP: scanned('(float)scan.steps'),
  MOB: scanned('sqrtf(ratio(scan.slope, scan.square))', 1, 1),
  MFL: {
    reads: of('scan'),
    value: ({ form }) => `safe_log(${form.MFL === 'paper' ? 'sqrtf(scan.slope)' : 'scan.path'}) / LN_10`,
    work: () => [1, 1],
  },
  VAR: { reads: of('moments'), value: () => 'moments.second', work: () => [0] },
  SKEW: {
    reads: of('moments'),
    value: () => 'ratio(moments.third, moments.second * sqrtf(moments.second))',
    work: () => [2, 1],
  },
  KURT: {
    reads: of('moments'),
    value: () => 'ratio(moments.fourth, moments.second * moments.second)',
    work: () => [2],
  },
  PAP: {
    reads: of('scan', 'curves'),
    value: () => 'ratio(sqrtf(scan.square * scan.slope), sqrtf(curves.square))',
    work: () => [2, 2],
  },
  COR: {
    reads: of('scan', 'curves'),
    value: () => 'ratio(scan.slope, curves.square * scan.square)',
    work: () => [2],
  },
  COMP: {
    reads: of('scan', 'curves'),
    value: ({ form }) => {
      const slope = 'sqrtf(ratio(curves.square, scan.slope))';
      return form.COMP === 'libemg' ? slope : `ratio(${slope}, sqrtf(ratio(scan.slope, scan.square)))`;
    },
    work: () => [3, 2],
  },
  LS: {
    reads: of('sorted'),
    value: () => 'l_scale()',
    code: () => featureCode.l_scale,
    work: (length) => [3 * length + 5],
  },
  LD: {
    value: ({ form }) => `log_detector(x, ${form.LD === 'paper' ? '0.0f' : '1.0f'})`,
    code: () => featureCode.log_detector,
    work: (length) => [2 * length + Math.ceil(length / 4) + 1, Math.ceil(length / 4) + 1],
  },
  MPK: { value: () => 'peak(x)', code: () => featureCode.peak, work: () => [0] },
  MSR: {
    value: () => 'mean_square_root(x)',
    code: () => featureCode.mean_square_root,
    work: (length) => [6 * length + 4, 2 * length + 1],
  },
  TM: {
    value: (_, order) => `temporal_moment(x, ${order})`,
    code: () => featureCode.temporal_moment,
    work: (length, order) => [order * length + 1],
  },
  MAVSLP: {
    columns: (segments) => ({ from: 's.slopes', run: `slopes(x, ${segments}, s.slopes);` }),
    code: () => featureCode.slopes,
    work: (length, segments) => [segments * (Math.floor(length / segments) + 1) + segments - 1],
  },
  AR: {
    reads: (order) => [`burg${order}`],
    columns: (order) => ({ from: `s.burg${order}` }),
    work: () => [0],
  },
  CC: {
    reads: (order) => [`burg${order}`],
    columns: (order) => ({
      from: 's.cepstrum',
      run: `cepstrum(s.burg${order}, ${order}, s.cepstrum);`,
    }),
    code: ({ form }) => cepstrumCode(form.CC === 'paper'),
    work: (_, order) => [order + 2.5 * order * (order - 1)],
  },
  M0: described(0),
  M2: described(1),
  M4: described(2),
  SPARSI: described(3),
  IRF: described(4),
  WLF: described(5),
};

/** Analyses in the order in which they can be run. */
const order: readonly AnalysisName[] = ['scan', 'moments', 'curves', 'sorted', 'logs', 'tdpsd'];

/**
 * Write `observe(c, x)`: all features of one channel of a window, into `s.features`.
 * @param beside analyses that are needed beside those of the features
 * @param further statements that run after them
 * @throws ConfigError naming the features that C is not written for, and those that it is
 */
export function writeFeatures(
  source: CSource,
  placed: readonly PlacedFeature[],
  settings: AnalysisSettings,
  beside: readonly AnalysisName[],
  further: readonly string[],
): void {
  requireWriters(placed);
  const { channels, length, options } = settings;
  const features = placed.map((place) => ({
    place,
    writer: writers[place.request.feature.name] ?? { work: () => [0] as const },
  }));
  source.state(
    'float',
    'features',
    placed.reduce((sum, { names }) => sum + names.length, 0),
  );
  const read = new Set([
    ...beside,
    ...features.flatMap(({ place, writer }) => writer.reads?.(place.request.order) ?? []),
  ]);
  const inOrder = [
    ...order.filter((name) => read.has(name)),
    ...[...read].filter((name) => !order.includes(name)),
  ];
  const statements = inOrder.map((name) => writeAnalysis(source, name, settings));
  for (const { place, writer } of features) {
    const { request, at, columns, channelStride, columnStride } = place;
    const [operations, calls = 0] = writer.work(length, request.order);
    source.costs('decision', channels * operations, channels * calls);
    if (writer.code) source.code(writer.code(options));
    const cell = `s.features[${at} + ${channelStride === 1 ? 'c' : `${channelStride} * c`}`;
    if (writer.value) statements.push(`${cell}] = ${writer.value(options, request.order)};`);
    const many = writer.columns?.(request.order, options);
    if (!many) continue;
    if (many.run) {
      source.state('float', many.from.replace('s.', ''), columns);
      statements.push(many.run);
    }
    const step = columnStride === 1 ? 'k' : `${columnStride} * k`;
    statements.push(`for (k = 0; k < ${columns}; k++) ${cell} + ${step}] = ${many.from}[k];`);
  }
  const looping = statements.some((text) => text.startsWith('for (k'));
  const declared = statements.filter((text) => text.startsWith('const struct'));
  const rest = statements.filter((text) => !text.startsWith('const struct'));
  source.code(`
/* Features of one channel of a window. */
static void observe(int c, const float *x) {
  ${[...declared, ...(looping ? ['int k;'] : []), ...rest, ...further].join('\n  ')}
}`);
}

/** Functions that several features call. */
export const utilities = {
  ratio: `
static float ratio(float a, float b) { return b == 0.0f ? 0.0f : a / b; }`,
  safe_log: `
/* A logarithm that stays finite on silence. */
static float safe_log(float value) {
  value = fabsf(value);
  return logf(value > EPSILON ? value : EPSILON);
}`,
};

function requireWriters(placed: readonly PlacedFeature[]): void {
  const unknown = placed.map(({ request }) => request.feature.name).filter((name) => !(name in writers));
  if (unknown.length === 0) return;
  const sets = Object.entries(featureSets).filter(([, names]) =>
    names.every((name) => name.replace(/\d+$/, '') in writers || name in writers),
  );
  throw new ConfigError(
    `export to C: got ${unknown.length === 1 ? 'feature' : 'features'} ${unknown.join(', ')}, expected some of ` +
      Object.keys(writers).join(', '),
    {
      field: 'features',
      hint: `Train with other features, such as one of the sets ${sets.map(([name]) => name).join(', ')}, or export to ONNX and take features yourself.`,
    },
  );
}
