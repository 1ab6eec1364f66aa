import { ModelError } from '../../ground/signal/errors.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import type { Estimate } from '../classification.js';
import type { Control, ControlTraining, SteadyingSteps } from '../control/control.js';
import { jointClasses, sharesOf, type JointClass } from '../control/joint-classes.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { FeatureVector } from '../feature-vector.js';
import { isRest, quantile } from '../training/training-windows.js';
import { LARGEST_AMPLITUDE } from '../training/window-amplitudes.js';
import { TwoSiteControl } from './two-site-control.js';

/** Two electrodes that drive one joint, and the amplitudes that mean 0 and 1 at each. */
interface Sites {
  /** Channel indices, counted from 0. */
  readonly a: number;
  readonly b: number;
  readonly restA: number;
  readonly restB: number;
  readonly fullA: number;
  readonly fullB: number;
}

/** Two-site direct control as the decoder's control: sites chosen and scaled by the training recordings. */
export class DirectControl implements Control {
  readonly kind = 'direct';
  readonly stepNames = ['predicted', 'smoothed'];
  readonly warnings: readonly string[] = [];
  readonly classes: readonly string[];
  private readonly moving: readonly JointClass[];

  constructor(
    private spec: DecoderSpec,
    private readonly sites: Sites,
  ) {
    ({ classes: this.classes, moving: this.moving } = jointClasses(spec.direct.joints));
  }

  /** @throws ModelError where the sites are not two channels of the signal, or cannot be chosen */
  static train(spec: DecoderSpec, training: ControlTraining): DirectControl {
    const [a, b] = chooseSites(spec, training);
    const [restA, fullA] = siteRange(training, a);
    const [restB, fullB] = siteRange(training, b);
    return new DirectControl(spec, { a, b, restA, restB, fullA, fullB });
  }

  /** Activation of both sites, 0 at rest, 1 at the strongest of training. What they mean, the steps decide. */
  estimate({ amplitudes }: Pick<FeatureVector, 'amplitudes'>): Estimate {
    const { a, b, restA, restB, fullA, fullB } = this.sites;
    const posterior = new Float64Array(this.classes.length);
    posterior[0] = 1;
    return {
      posterior,
      predicted: 0,
      outputs: Float64Array.of(
        (amplitudes[a] - restA) / (fullA - restA),
        (amplitudes[b] - restB) / (fullB - restB),
      ),
    };
  }

  /** Thresholds, hysteresis and co-contraction. */
  steps(): SteadyingSteps {
    let by = this.spec.direct;
    let twoSites = new TwoSiteControl(by);
    return {
      push: ({ outputs }) => {
        if (this.spec.direct !== by) {
          by = this.spec.direct;
          twoSites = new TwoSiteControl(by);
        }
        const action = twoSites.push(outputs?.[0] ?? 0, outputs?.[1] ?? 0, this.spec.stepMs);
        const velocity = action.direction * (this.spec.proportional.enabled ? action.speed : 1);
        const velocities: Partial<Record<DofId, number>> = { [action.joint]: velocity };
        const posterior = new Float64Array(this.classes.length);
        const decided = sharesOf(this.moving, { [action.joint]: action.direction }, posterior);
        return {
          posterior,
          fused: posterior,
          predicted: decided,
          steps: Int32Array.of(decided, decided),
          smoothed: decided,
          rejected: false,
          confidence: 1,
          speed: Math.abs(velocity),
          velocities,
        };
      },
      reset: () => twoSites.reset(),
    };
  }

  smoothingMs(): number {
    return 0;
  }

  tune(spec: DecoderSpec): void {
    const { direct } = this.spec;
    // Joints are classes, so they change only with training.
    const next = { ...spec.direct, joints: direct.joints };
    this.spec = { ...spec, direct: JSON.stringify(next) === JSON.stringify(direct) ? direct : next };
  }

  toJSON(): unknown {
    return { kind: this.kind, ...this.sites };
  }

  static fromJSON(spec: DecoderSpec, reader: ModelReader, channels: number): DirectControl {
    const [a, b] = [checkedSite(reader.number('a'), channels), checkedSite(reader.number('b'), channels)];
    if (a === b) throw reader.wrong('b', b, 'another channel than a');
    const restA = reader.number('restA', 0, LARGEST_AMPLITUDE);
    const restB = reader.number('restB', 0, LARGEST_AMPLITUDE);
    const fullA = reader.number('fullA', 0, LARGEST_AMPLITUDE);
    const fullB = reader.number('fullB', 0, LARGEST_AMPLITUDE);
    if (!isLouder(fullA, restA)) throw reader.wrong('fullA', fullA, 'more than restA');
    if (!isLouder(fullB, restB)) throw reader.wrong('fullB', fullB, 'more than restB');
    return new DirectControl(spec, { a, b, restA, restB, fullA, fullB });
  }
}

/**
 * What can be known of the sites before anything is recorded.
 * @param labels of the recordings to come
 * @throws ModelError where the sites are not two channels of the signal, or no joint is recorded that could choose them
 */
export function requireSites(
  { siteA, siteB, joints }: DecoderSpec['direct'],
  labels: readonly string[],
  channels: number,
  vocabulary: Vocabulary,
): void {
  const given = [siteA, siteB].filter((site) => site > 0);
  for (const site of given) checkedSite(site - 1, channels);
  if (given.length === 2) requireApart(siteA - 1, siteB - 1);
  else if (channels < 2) requireApart(0, 0);
  else jointOfBothDirections(joints, labels, vocabulary);
}

function chooseSites(spec: DecoderSpec, training: ControlTraining): [number, number] {
  const { siteA, siteB } = spec.direct;
  const [autoA, autoB] = siteA > 0 && siteB > 0 ? [0, 0] : antagonists(spec.direct.joints, training);
  const a = checkedSite(siteA > 0 ? siteA - 1 : autoA, training.channels);
  const b = checkedSite(siteB > 0 ? siteB - 1 : autoB, training.channels);
  requireApart(a, b);
  return [a, b];
}

function requireApart(a: number, b: number): void {
  if (a !== b) return;
  throw new ModelError(`direct control: got channel ${a + 1} as both sites, expected two channels`, {
    hint: 'Set siteA and siteB to two channels over antagonists.',
  });
}

function checkedSite(site: number, channels: number): number {
  if (Number.isInteger(site) && site >= 0 && site < channels) return site;
  throw new ModelError(`direct control: got channel ${site + 1}, expected one within [1, ${channels}]`, {
    hint: 'Count the channels from 1.',
  });
}

/** Channels that tell the directions of a joint apart best. */
function antagonists(
  joints: readonly DofId[],
  { table, amplitudes, channels, vocabulary }: ControlTraining,
): [number, number] {
  const joint = jointOfBothDirections(joints, table.labels, vocabulary);
  const contrast = new Float64Array(channels);
  for (const direction of [1, -1]) {
    const rows = table.labels.flatMap((label, r) => (moves(label, joint, direction, vocabulary) ? [r] : []));
    for (const r of rows)
      for (let c = 0; c < channels; c++)
        contrast[c] += (direction * amplitudes[r * channels + c]) / rows.length;
  }
  const best = (sign: number): number =>
    contrast.reduce((at, value, c) => (sign * value > sign * contrast[at] ? c : at), 0);
  return [best(1), best(-1)];
}

/** The first of some joints that is recorded in both directions. */
function jointOfBothDirections(
  joints: readonly DofId[],
  labels: readonly string[],
  vocabulary: Vocabulary,
): DofId {
  const distinct = [...new Set(labels)];
  const found = joints.find((joint) =>
    [1, -1].every((direction) => distinct.some((label) => moves(label, joint, direction, vocabulary))),
  );
  if (found) return found;
  throw new ModelError(
    `direct control: got no joint recorded in both directions, expected one of ${joints.join(', ')}`,
    {
      hint: 'Record for example elbow-flexion and elbow-extension, or set siteA and siteB.',
    },
  );
}

function moves(label: string, joint: DofId, direction: number, vocabulary: Vocabulary): boolean {
  const actions = vocabulary.of(label)?.actions ?? [];
  return actions.some((action) => action.dof === joint && action.direction === direction);
}

/** Whether amplitudes differ by more than rounding error. */
function isLouder(full: number, rest: number): boolean {
  return full - rest > 1e-9 * full;
}

/** Amplitude of rest and of strong contraction at a site. */
function siteRange(
  { table, amplitudes, channels }: ControlTraining,
  site: number,
): [rest: number, full: number] {
  const all = table.labels.map((_, r) => amplitudes[r * channels + site]);
  const rest = all.filter((_, r) => isRest(table.labels[r]));
  const low = rest.length > 0 ? quantile(rest, 0.5) : quantile(all, 0.05);
  const high = quantile(all, 0.95);
  if (isLouder(high, low)) return [low, high];
  throw new ModelError(`direct control: channel ${site + 1} is not louder in contraction than at rest`, {
    hint: 'Choose another channel, or check the electrode.',
  });
}
