import type { ClassificationSettings } from '../control/classification-steps.js';
import type { ProportionalSpec } from '../proportional/proportional-fields.js';
import { ConfidenceRejection } from '../smoothing/confidence-rejection.js';
import { OnsetThreshold } from '../smoothing/onset-threshold.js';
import { isRest } from '../training/training-windows.js';
import { softmaxCode } from './c-model.js';
import type { CSource } from './c-source.js';

/** Whether the steps after the model ask for the amplitude of a window. */
export function needsAmplitude({ smoothing, proportional, speeds }: ClassificationSettings): boolean {
  return smoothing.onsetRestSd > 0 || (proportional.enabled && speeds !== undefined);
}

/**
 * Write `settle()`: from the posterior to a steady decision and its speed, by the steps that are switched on.
 * @param scale factor from volts to the number that `s.amplitude` holds
 */
export function writeSmoothing(source: CSource, settings: ClassificationSettings, scale: number): void {
  const { smoothing: spec, classes, restAmplitude } = settings;
  const count = classes.length;
  source.define('REST', String(classes.findIndex(isRest)), 'the class that is rest; -1 where none is');
  const steps: string[] = [];
  if (spec.fusionWindows > 1) writeFusion(source, spec.fusionWindows, count);
  const { thresholds } = new ConfidenceRejection(spec.rejectBelow, spec.rejectBelowPerClass, classes);
  if (thresholds.some((threshold) => threshold > 0)) {
    source.table('reject_below', thresholds, 'confidence below which a class is rejected');
    steps.push(
      's.decision.rejected = s.decision.confidence < reject_below[now];',
      'if (s.decision.rejected) now = REST;',
    );
  }
  if (spec.majorityVotes > 1) {
    writeVote(source, spec.majorityVotes, count);
    steps.push('now = vote(now);');
  }
  const { level } = new OnsetThreshold(spec.onsetRestSd, restAmplitude);
  if (level > 0) {
    source.define('ONSET', level * scale, 'amplitude below which nothing moves');
    steps.push('if (!(s.amplitude >= ONSET)) now = REST;');
  }
  if (spec.debounceDecisions > 1) {
    writeDebounce(source, spec.debounceDecisions);
    steps.push('now = debounce(now);');
  }
  const speed = writeSpeed(source, settings, scale);
  const ramped = spec.rampDecisions > 0;
  if (ramped) {
    writeRamp(source, spec.rampDecisions, spec.rampDownCount, count);
    steps.push('gain = ramp(now);');
  }
  if (ramped && speed !== '1.0f') source.costs('decision', 1);
  const moving = ramped ? (speed === '1.0f' ? 'gain' : `gain * ${speed}`) : speed;
  source.code(argmaxCode);
  source.code(`
/* From the posterior to a steady decision. */
static void settle(void) {
  float *p = s.decision.posterior;
  int now;${ramped ? '\n  float gain;' : ''}
  s.decision.predicted = argmax(p);
  ${spec.fusionWindows > 1 ? 'p = fuse(p);\n  ' : ''}now = argmax(p);
  s.decision.confidence = p[now];
  ${steps.concat('s.decision.decided = now;', `s.decision.speed = now >= 0 && now != REST ? ${moving} : 0.0f;`).join('\n  ')}
}`);
}

const argmaxCode = `
static int argmax(const float *p) {
  int best = 0, k;
  for (k = 1; k < MYODESIS_CLASSES; k++)
    if (p[k] > p[best]) best = k;
  return best;
}`;

function writeFusion(source: CSource, windows: number, classes: number): void {
  source.define('FUSED', String(windows));
  source.state('float', 'logs', windows * classes, 'log posteriors of the last windows');
  source.state('float', 'fused', classes);
  source.state('int', 'fused_held');
  source.state('int', 'fused_at');
  source.costs('decision', classes * (windows + 3), 2 * classes);
  source.code(softmaxCode);
  source.code(`
/* Bayesian fusion: the posteriors of the last windows, multiplied and normalised. */
static float *fuse(const float *p) {
  int k, n;
  for (k = 0; k < MYODESIS_CLASSES; k++)
    s.logs[s.fused_at * MYODESIS_CLASSES + k] = logf(p[k] > 1e-6f ? p[k] : 1e-6f);
  s.fused_at = (s.fused_at + 1) % FUSED;
  if (s.fused_held < FUSED) s.fused_held++;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    s.fused[k] = 0.0f;
    for (n = 0; n < s.fused_held; n++) s.fused[k] += s.logs[n * MYODESIS_CLASSES + k];
  }
  softmax(s.fused);
  return s.fused;
}`);
}

function writeVote(source: CSource, votes: number, classes: number): void {
  source.define('VOTES', String(votes));
  source.state('int', 'recent', votes, 'the last decisions');
  source.state('int', 'counts', classes + 1, 'how often each is among them, rest without a class first');
  source.state('int', 'held');
  source.state('int', 'at');
  source.code(`
/* Majority vote: the most frequent of the last decisions wins, the newest of equals. */
static int vote(int decision) {
  int winner = decision, back;
  if (s.held == VOTES) s.counts[s.recent[s.at] + 1]--;
  else s.held++;
  s.recent[s.at] = decision;
  s.counts[decision + 1]++;
  for (back = 1; back < s.held; back++) {
    const int candidate = s.recent[(s.at - back + VOTES) % VOTES];
    if (s.counts[candidate + 1] > s.counts[winner + 1]) winner = candidate;
  }
  s.at = (s.at + 1) % VOTES;
  return winner;
}`);
}

function writeDebounce(source: CSource, decisions: number): void {
  source.define('DEBOUNCE', String(decisions));
  source.state('int', 'believed', undefined, 'REST at the start');
  source.state('int', 'candidate');
  source.state('int', 'lasted');
  source.atReset('s.believed = s.candidate = REST;');
  source.code(`
/* A new decision is believed once it came so many times in a row. */
static int debounce(int decision) {
  s.lasted = decision == s.candidate ? s.lasted + 1 : 1;
  s.candidate = decision;
  if (s.lasted >= DEBOUNCE) s.believed = decision;
  return s.believed;
}`);
}

function writeRamp(source: CSource, length: number, down: number, classes: number): void {
  source.define('RAMP', String(length));
  source.define('RAMP_DOWN', String(down));
  source.state('int', 'ramps', classes);
  source.costs('decision', 1);
  source.code(`
/* Velocity ramp: up by one with each decision for a class, down with each other. */
static float ramp(int decision) {
  int k;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    int *now = &s.ramps[k];
    *now += k == decision ? 1 : -RAMP_DOWN;
    if (*now > RAMP) *now = RAMP;
    if (*now < 0) *now = 0;
  }
  return decision < 0 ? 0.0f : (float)s.ramps[decision] / RAMP;
}`);
}

/** @returns the expression for the speed of class `now` */
function writeSpeed(
  source: CSource,
  { proportional, speeds, classes }: ClassificationSettings,
  scale: number,
): string {
  if (!proportional.enabled || !speeds) return '1.0f';
  const ranges = classes.map((_, k) => speeds.rangeOf(k));
  source.table(
    'slowest',
    ranges.map(([low]) => low * scale),
    'amplitude at which each class begins to move',
  );
  source.table(
    'quickening',
    ranges.map(([low, high]) => (high > low ? 1 / ((high - low) * scale) : 0)),
    'speed gained per amplitude; 0 is full speed at once',
  );
  const least = proportional.minimumSpeedPercent / 100;
  if (least > 0) {
    source.define('LEAST_SPEED', least);
    source.define('SPEED_RANGE', 1 - least);
  }
  const [operations, calls] = shapes[proportional.map].work;
  source.costs('decision', 2 + operations + (least > 0 ? 2 : 0), calls);
  source.code(`
/* Speed 0 ... 1 of a class at the amplitude of the window. */
static float speed_of(int k) {
  const float above = s.amplitude - slowest[k];
  float v = quickening[k] > 0.0f ? above * quickening[k] : above >= 0.0f ? 1.0f : 0.0f;
  if (v < 0.0f) v = 0.0f;
  if (v > 1.0f) v = 1.0f;
  ${shapes[proportional.map].code}
  return ${least > 0 ? 'LEAST_SPEED + SPEED_RANGE * v' : 'v'};
}`);
  return 'speed_of(now)';
}

interface Shape {
  readonly code: string;
  readonly work: readonly [operations: number, calls: number];
}

const shapes: Readonly<Record<ProportionalSpec['map'], Shape>> = {
  linear: { code: '/* linear */', work: [0, 0] },
  quadratic: { code: 'v = v * v;', work: [1, 0] },
  'square-root': { code: 'v = sqrtf(v);', work: [0, 1] },
  // (sigmoid(10 (v - 1/2)) - sigmoid(-5)) / (sigmoid(5) - sigmoid(-5))
  logistic: {
    code: 'v = (1.0f / (1.0f + expf(5.0f - 10.0f * v)) - 6.6928509e-3f) / 9.8661430e-1f;',
    work: [6, 1],
  },
};
