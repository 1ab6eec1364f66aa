import type { ResolvedOptions } from '../features/feature-options.js';
import type { CSource } from './c-source.js';

/** What an analysis is written for. */
export interface AnalysisSettings {
  readonly channels: number;
  /** Samples of a window. */
  readonly length: number;
  readonly options: ResolvedOptions;
}

/** Numbers about one channel of one window that several features share. */
export type AnalysisName = 'scan' | 'moments' | 'curves' | 'sorted' | 'logs' | 'tdpsd' | `burg${number}`;

/** Write an analysis, and those it rests on. @returns the statements that run it on channel `c` with samples `x` */
export function writeAnalysis(source: CSource, name: AnalysisName, settings: AnalysisSettings): string {
  const { channels, length } = settings;
  if (name.startsWith('burg')) return writeBurg(source, Number(name.slice('burg'.length)), settings);
  switch (name) {
    case 'scan':
      writeThresholds(source, settings);
      source.costs('decision', channels * (1 + 7 * (length - 1) + scanExtra(settings)));
      source.code(scan(settings));
      return 'const struct scan scan = scan_of(x, c);';
    case 'moments':
      source.costs('decision', channels * (8 * length + 4));
      source.code(moments);
      return 'const struct moments moments = moments_of(x);';
    case 'curves':
      source.costs('decision', channels * (1 + 5 * (length - 2)));
      source.code(curves);
      return 'const struct curves curves = curves_of(x);';
    case 'sorted':
      source.state('float', 'sorted', length);
      source.code(sorted);
      return 'sort(x);';
    case 'logs':
      source.costs('decision', channels * (9 + 12 * (length - 2)), channels * length);
      source.code(logs);
      return 'const struct logs logs = logs_of(x);';
    default:
      source.costs('decision', channels * 2 * DESCRIBE + channels * 36, channels * 2 * DESCRIBE_CALLS);
      source.state('float', 'even', 6);
      source.state('float', 'cepstral', 6);
      source.state('float', 'tdpsd', 6);
      source.code(tdpsd);
      return `describe(scan.square, scan.slope, curves.square, scan.path, curves.path, s.even);
  describe(logs.square, logs.slope, logs.curvature, logs.path, logs.curvature_path, s.cepstral);
  combine();`;
  }
}

function writeThresholds(source: CSource, { options }: AnalysisSettings): void {
  const { counts, zc, ssc, wamp } = options;
  // LibEMG counts crossings without a threshold.
  if (counts === 'hudgins')
    source.table('zc_threshold', zc, 'of each channel, in the unit that features see');
  source.table('ssc_threshold', ssc);
  source.table('wamp_threshold', wamp);
}

const scanExtra = ({ length, options }: AnalysisSettings): number =>
  options.counts === 'libemg' ? length - 2 : 0;

const scan = ({ options }: AnalysisSettings): string => `
struct scan { float absolute, square, path, slope; int crossings, turns, steps; };

/* Sums and counts over the samples and their first differences. */
static struct scan scan_of(const float *x, int c) {
  struct scan a = {0.0f, 0.0f, 0.0f, 0.0f, 0, 0, 0};
${options.counts === 'libemg' ? libemgLocals : hudginsLocals}
  int i;
  a.absolute = fabsf(x[0]);
  a.square = x[0] * x[0];
  for (i = 1; i < LENGTH; i++) {
    const float value = x[i], d = value - x[i - 1], step = fabsf(d);
    a.absolute += fabsf(value);
    a.square += value * value;
    a.path += step;
    a.slope += d * d;
    if (step > wamp_threshold[c]) a.steps++;
${options.counts === 'libemg' ? libemgCounts : hudginsCounts}
  }
  return a;
}`;

const hudginsLocals = `  const float zc = zc_threshold[c], ssc = ssc_threshold[c];
  int sign = (x[0] > 0.0f) - (x[0] < 0.0f), rise = 0, large = 0;`;

const hudginsCounts = `    if (value != 0.0f) {
      const int now = value > 0.0f ? 1 : -1;
      if (now == -sign && step >= zc) a.crossings++;
      sign = now;
    }
    if (d != 0.0f) {
      const int now = d > 0.0f ? 1 : -1;
      if (now == -rise && (step >= ssc || large)) a.turns++;
      rise = now;
      large = step >= ssc;
    }`;

const libemgLocals = `  const float ssc = ssc_threshold[c];
  float rise = 0.0f;`;

const libemgCounts = `    if ((x[i - 1] < 0.0f && value > 0.0f) || (x[i - 1] > 0.0f && value < 0.0f)) a.crossings++;
    if (i > 1 && rise * -d >= ssc) a.turns++;
    rise = d;`;

const moments = `
struct moments { float mean, second, third, fourth; };

/* Mean and central moments. */
static struct moments moments_of(const float *x) {
  struct moments m = {0.0f, 0.0f, 0.0f, 0.0f};
  int i;
  for (i = 0; i < LENGTH; i++) m.mean += x[i];
  m.mean /= LENGTH;
  for (i = 0; i < LENGTH; i++) {
    const float d = x[i] - m.mean, square = d * d;
    m.second += square;
    m.third += square * d;
    m.fourth += square * square;
  }
  m.second /= LENGTH;
  m.third /= LENGTH;
  m.fourth /= LENGTH;
  return m;
}`;

const curves = `
struct curves { float path, square; };

/* Sums over second differences. */
static struct curves curves_of(const float *x) {
  struct curves a = {0.0f, 0.0f};
  float d = x[1] - x[0];
  int i;
  for (i = 2; i < LENGTH; i++) {
    const float next = x[i] - x[i - 1], curvature = next - d;
    a.path += fabsf(curvature);
    a.square += curvature * curvature;
    d = next;
  }
  return a;
}`;

const sorted = `
/* The samples in ascending order, by Shell's sort. */
static void sort(const float *x) {
  float *v = s.sorted;
  int gap = 1, i, j;
  for (i = 0; i < LENGTH; i++) v[i] = x[i];
  while (gap < LENGTH / 3) gap = 3 * gap + 1;
  for (; gap > 0; gap /= 3)
    for (i = gap; i < LENGTH; i++) {
      const float value = v[i];
      for (j = i; j >= gap && v[j - gap] > value; j -= gap) v[j] = v[j - gap];
      v[j] = value;
    }
}`;

const logs = `
struct logs { float square, slope, curvature, path, curvature_path; };

/* Sums over the series log(x^2 + epsilon) and its differences. */
static struct logs logs_of(const float *x) {
  struct logs a = {0.0f, 0.0f, 0.0f, 0.0f, 0.0f};
  float before = logf(x[0] * x[0] + EPSILON), y = logf(x[1] * x[1] + EPSILON), d = y - before;
  int i;
  a.square = before * before + y * y;
  a.slope = d * d;
  a.path = fabsf(d);
  for (i = 2; i < LENGTH; i++) {
    const float next = logf(x[i] * x[i] + EPSILON), rise = next - y, curvature = rise - d;
    a.square += next * next;
    a.slope += rise * rise;
    a.path += fabsf(rise);
    a.curvature += curvature * curvature;
    a.curvature_path += fabsf(curvature);
    y = next;
    d = rise;
  }
  return a;
}`;

/** Work of describing one series. */
const DESCRIBE = 16;
const DESCRIBE_CALLS = 18;

const tdpsd = `
static float normalised(float moment) { return expf(0.1f * logf(moment)) / 0.1f; }

/* M0, M2, M4, SPARSI, IRF, WLF of one series, on a logarithmic scale. */
static void describe(float square, float slope, float curvature, float path, float curvature_path, float *out) {
  const float m0 = normalised(sqrtf(square) / (LENGTH - 1));
  const float m2 = normalised(sqrtf(slope / (LENGTH - 1)));
  const float m4 = normalised(sqrtf(curvature / (LENGTH - 1)));
  const float d2 = m0 - m2, d4 = m0 - m4;
  out[0] = safe_log(m0);
  out[1] = safe_log(d2);
  out[2] = safe_log(d4);
  out[3] = safe_log(ratio(sqrtf(fabsf(d2 * d4)), m0));
  out[4] = safe_log(ratio(m2, sqrtf(m0 * m4)));
  out[5] = safe_log(sqrtf(ratio(path, curvature_path)));
}

/* The cosine of both series, robust to force. */
static void combine(void) {
  int k;
  for (k = 0; k < 6; k++) {
    const float a = s.cepstral[k], b = s.even[k];
    s.tdpsd[k] = ratio(-2.0f * a * b, a * a + b * b);
  }
}`;

/** Statements that fill `s.burgN` with the coefficients of order N. */
function writeBurg(source: CSource, order: number, { channels, length }: AnalysisSettings): string {
  let operations = 6 * (length - 1);
  for (let m = 0; m < order; m++)
    operations += 2 + 4 * Math.ceil(m / 2) + 4 * (length - m - 1) + 6 * (length - m - 2);
  source.costs('decision', channels * operations);
  if (!source.has('static void burg(')) {
    source.state('float', 'forward', length);
    source.state('float', 'backward', length);
  }
  source.state('float', `burg${order}`, order);
  source.code(burg);
  return `burg(x, ${order}, s.burg${order});`;
}

const burg = `
/* Autoregressive coefficients by Burg's method. */
static void burg(const float *x, int order, float *a) {
  float *forward = s.forward, *backward = s.backward;
  float cross = 0.0f, energy = 0.0f;
  int i, j, m;
  for (i = 0; i < LENGTH; i++) forward[i] = backward[i] = x[i];
  for (i = 1; i < LENGTH; i++) {
    cross += x[i] * x[i - 1];
    energy += x[i] * x[i] + x[i - 1] * x[i - 1];
  }
  for (m = 0; m < order; m++) {
    const float k = energy > 0.0f ? -2.0f * cross / energy : 0.0f;
    float delayed = backward[m], before = 0.0f;
    for (i = 0, j = m - 1; i <= j; i++, j--) {
      const float low = a[i], high = a[j];
      a[i] = low + k * high;
      a[j] = high + k * low;
    }
    a[m] = k;
    cross = energy = 0.0f;
    for (i = m + 1; i < LENGTH; i++) {
      const float f = forward[i] + k * delayed, b = delayed + k * forward[i];
      delayed = backward[i];
      forward[i] = f;
      backward[i] = b;
      if (i > m + 1) {
        cross += f * before;
        energy += f * f + before * before;
      }
      before = b;
    }
  }
}`;
