import { headText, type ExportOptions } from './c-head.js';
import { writeFeatures, utilities } from './c-features.js';
import { writeFilters } from './c-filters.js';
import { writeModel } from './c-model.js';
import { needsAmplitude, writeSmoothing } from './c-smoothing.js';
import { CSource } from './c-source.js';
import { testText } from './c-test.js';
import { exportableDecoder, type ExportableDecoder } from './exportable.js';
import { featuresOf } from '../decoder-parts.js';
import { placedFeatures } from '../features/feature-layout.js';
import { resolveOptions } from '../features/feature-options.js';
import { requestFeatures } from '../features/feature-registry.js';
import { designFilter } from '../filters/design-filter.js';
import { filterSpecs } from '../filters/filter-fields.js';
import type { AmplitudeKind } from '../training/window-amplitudes.js';

export type { ExportOptions } from './c-head.js';

/**
 * A decoder as one C99 file for a controller: filters, window, features, model, smoothing and speed, in single precision,
 * without allocation. The file's head says how it is used, what it costs, and how it tests itself.
 *
 * @param json a saved decoder: `decoder.toJSON()`, or the content of its file
 * @throws ModelError where it is no decoder; ConfigError for what cannot be exported, with what can
 * @example writeFileSync('decoder.c', exportC(decoder.toJSON()))
 */
export function exportC(json: unknown, options: ExportOptions = {}): string {
  const whole = exportableDecoder(json);
  const { parts, control, model, length, step } = whole;
  const { signal } = parts;
  const { channelNames, sampleRateHz } = signal;
  const channels = channelNames.length;
  const { settings, classes } = control;
  const resolved = resolveOptions(parts.featureOptions, channels);
  const shape = { channels, length, sampleRateHz, options: resolved };
  const placed = placedFeatures(requestFeatures(featuresOf(parts.spec, {}), resolved), channelNames, shape);
  const features = placed.reduce((sum, { names }) => sum + names.length, 0);
  const { specs } = filterSpecs(parts.spec.filters, sampleRateHz);
  const sections = specs.flatMap((spec) => designFilter(spec, sampleRateHz).sections);

  const source = new CSource(utilities);
  source.define('LENGTH', String(length), 'samples of a window');
  source.define('STEP', String(step), 'samples from one window to the next');
  source.define('FEATURES', String(features));
  source.define('EPSILON', Number.EPSILON);
  source.define('LN_10', Math.LN10);
  source.state('int', 'ready');
  source.field('myodesis_decision', 'decision', 5 + classes.length);
  source.state('float', 'window', channels * length, 'channel by channel');
  source.state('int', 'filled', undefined, 'samples of the window so far');
  if (step > length) source.state('int', 'skip', undefined, 'samples until the next window begins');
  writeFilters(source, { channels, sections, gain: resolved.gain });
  writeObservation(source, whole, { placed, shape });
  writeStandardizer(source, whole, features);
  writeModel(source, model, features, classes.length);
  writeSmoothing(source, settings, resolved.gain * length);
  writeLoop(source, {
    filters: sections.length > 0,
    gaps: step > length,
    amplitude: needsAmplitude(settings),
  });
  const head = headText(whole, source, { filters: specs, features }, options);
  return `${head}${source.text()}\n${testText(whole)}\n#endif\n`;
}

function writeObservation(
  source: CSource,
  { parts: { amplitudeKinds }, control }: ExportableDecoder,
  {
    placed,
    shape,
  }: { placed: Parameters<typeof writeFeatures>[1]; shape: Parameters<typeof writeFeatures>[2] },
): void {
  if (!needsAmplitude(control.settings)) return writeFeatures(source, placed, shape, [], []);
  source.state(
    'float',
    'amplitude',
    undefined,
    'summed over channels and samples, in the unit that features see',
  );
  const plain = amplitudeKinds.every((kind) => kind === 'absolute');
  source.costs('decision', shape.channels);
  if (plain) return writeFeatures(source, placed, shape, ['scan'], ['s.amplitude += scan.absolute;']);
  const numbers: Readonly<Record<AmplitudeKind, number>> = { none: 0, absolute: 1, swing: 2 };
  source.integers(
    'amplitude_kinds',
    amplitudeKinds.map((kind) => numbers[kind]),
    'of each channel: 0 is left out, 1 about zero, 2 about the mean of the window',
  );
  for (const kind of amplitudeKinds)
    source.costs(
      'decision',
      kind === 'none' ? 0 : kind === 'swing' ? 4 * shape.length + 2 : 2 * shape.length,
    );
  source.code(`
static float amplitude_of(int c, const float *x) {
  float middle = 0.0f, sum = 0.0f;
  int i;
  if (amplitude_kinds[c] == 0) return 0.0f;
  if (amplitude_kinds[c] == 2) {
    for (i = 0; i < LENGTH; i++) middle += x[i] - x[0];
    middle = x[0] + middle / LENGTH;
  }
  for (i = 0; i < LENGTH; i++) sum += fabsf(x[i] - middle);
  return sum;
}`);
  writeFeatures(source, placed, shape, [], ['s.amplitude += amplitude_of(c, x);']);
}

/** Write `standardise(x)`: values that are not finite become the mean of training. */
function writeStandardizer(
  source: CSource,
  { parts: { standardizer } }: ExportableDecoder,
  features: number,
): void {
  const { mean, scale, raw } = standardizer;
  source.table('feature_means', mean);
  if (raw) {
    source.integers(
      'fixed',
      Array.from(scale, (one) => (one > 0 ? 0 : 1)),
      'features that never changed',
    );
    source.costs('decision', features);
  } else {
    source.table('feature_scales', scale, '1 / standard deviation; 0 for a feature that never changed');
    source.costs('decision', 3 * features);
  }
  source.code(`
static void standardise(float *x) {
  int i;
  for (i = 0; i < FEATURES; i++) {
${raw ? '    if (fixed[i] || !(x[i] - x[i] == 0.0f)) x[i] = feature_means[i];' : scaling}
  }
}`);
}

const scaling = `    const float z = (x[i] - feature_means[i]) * feature_scales[i];
    x[i] = feature_scales[i] > 0.0f && z - z == 0.0f ? z : 0.0f;`;

interface Loop {
  readonly filters: boolean;
  /** Whether samples are left out between windows. */
  readonly gaps: boolean;
  readonly amplitude: boolean;
}

/** Write what is called from outside. */
function writeLoop(source: CSource, { filters, gaps, amplitude }: Loop): void {
  source.code(`
static void decide(void) {
  int c;
${amplitude ? '  s.amplitude = 0.0f;\n' : ''}  for (c = 0; c < MYODESIS_CHANNELS; c++) observe(c, s.window + c * LENGTH);
  standardise(s.features);
  classify(s.features, s.decision.posterior);
  settle();${filters ? '\n  silence();' : ''}
}

/* Keep what the next window shares with this one. */
static void advance(void) {
${gaps ? '  s.filled = 0;\n  s.skip = STEP - LENGTH;' : keeping}
}

void myodesis_reset(void) {
  unsigned char *bytes = (unsigned char *)&s;
  unsigned long i;
  for (i = 0; i < sizeof s; i++) bytes[i] = 0;
  ${[...source.resetting, 's.decision.predicted = s.decision.decided = REST;', 's.ready = 1;'].join('\n  ')}
}

int myodesis_sample(const float *volts) {
  int c;
  if (!s.ready) myodesis_reset();
  for (c = 0; c < MYODESIS_CHANNELS; c++) {
    const float x = filtered(c, volts[c]);
    ${gaps ? 'if (s.skip == 0) ' : ''}s.window[c * LENGTH + s.filled] = x;
  }
${gaps ? '  if (s.skip > 0) {\n    s.skip--;\n    return MYODESIS_NONE;\n  }\n' : ''}  if (++s.filled < LENGTH) return MYODESIS_NONE;
  decide();
  advance();
  return s.decision.decided;
}

const myodesis_decision *myodesis_latest(void) { return &s.decision; }`);
}

const keeping = `  int c, i;
  for (c = 0; c < MYODESIS_CHANNELS; c++) {
    float *window = s.window + c * LENGTH;
    for (i = STEP; i < LENGTH; i++) window[i - STEP] = window[i];
  }
  s.filled = LENGTH - STEP;`;
