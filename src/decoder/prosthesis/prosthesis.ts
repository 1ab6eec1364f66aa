import { degreesOfFreedom, type DofId, type Limb } from '../../ground/movement/degree-of-freedom.js';
import type { GripName } from '../../ground/movement/grip-names.js';
import type { Command } from './command.js';
import { fingerFlexion, fingersTowards, type FingerName } from './grip.js';
import { jointLimits, type JointLimits } from './joint-limits.js';
import type { ProsthesisSpec } from './prosthesis-fields.js';

/** Where the joints are and how they move. */
export interface JointState {
  /** Position in the joint's own unit: degrees, or percent closed for the hand. */
  readonly positions: Readonly<Partial<Record<DofId, number>>>;
  /** Velocity in that unit per second. */
  readonly velocities: Readonly<Partial<Record<DofId, number>>>;
  /** Flexion of each finger in percent of its travel, where there is a hand. */
  readonly fingers?: Readonly<Record<FingerName, number>>;
  /** Grip that it has. */
  readonly grip?: GripName;
}

interface Joint {
  readonly dof: DofId;
  limits: JointLimits;
  position: number;
  velocity: number;
}

/**
 * The prosthesis as kinematics: every joint follows its commanded velocity as fast as its acceleration allows,
 * within its speed, and stops dead at the end of its range. Starts at 0, or where the range begins.
 *
 * The hand is one joint and a grip: how far each finger goes along. A movement that names a grip sets it, closing by
 * any other takes the one of the description, and opening keeps what the hand has, so that it opens out of a pinch as
 * out of a fist. Into another grip the fingers go as fast as the hand closes.
 */
export class Prosthesis {
  private readonly joints: readonly Joint[];
  private grip: GripName;
  private fingers: Readonly<Record<FingerName, number>>;
  /** How far the hand is closed where its fingers meet something. */
  private stop = Infinity;
  /** Whether joints that nobody moves go back to where they started. */
  private returns = false;

  /**
   * @param joints those it has: a limb's, or a list; all by default
   * @throws ConfigError when the range of a joint is empty
   */
  constructor(
    private spec: ProsthesisSpec,
    joints: Limb | readonly DofId[] = degreesOfFreedom.map(({ id }) => id),
  ) {
    const ids =
      typeof joints === 'string'
        ? degreesOfFreedom.filter(({ limb }) => limb === joints).map(({ id }) => id)
        : joints;
    this.joints = ids.map((dof) => {
      const limits = jointLimits(spec.joints, dof);
      return { dof, limits, position: restPosition(limits), velocity: 0 };
    });
    this.grip = spec.grip;
    this.fingers = fingerFlexion(this.grip, this.hand?.position ?? 0);
  }

  get dofs(): readonly DofId[] {
    return this.joints.map(({ dof }) => dof);
  }

  get state(): JointState {
    const positions: Partial<Record<DofId, number>> = {};
    const velocities: Partial<Record<DofId, number>> = {};
    for (const { dof, position, velocity } of this.joints) {
      positions[dof] = position;
      velocities[dof] = velocity;
    }
    if (!this.hand) return { positions, velocities };
    return { positions, velocities, fingers: this.fingers, grip: this.grip };
  }

  /** Obey a command for a stretch of time and tell where the joints are afterwards. */
  step(
    command: { readonly velocities: Partial<Command['velocities']>; readonly grip?: Command['grip'] },
    dtSeconds: number,
  ): JointState {
    for (const joint of this.joints) {
      const velocity = command.velocities[joint.dof] ?? 0;
      move(joint, velocity, dtSeconds);
      if (this.returns && velocity === 0) this.goBack(joint, dtSeconds);
    }
    const { hand } = this;
    if (hand) {
      const closes = (command.velocities.hand ?? 0) > 0;
      this.grip = command.grip ?? (closes ? this.spec.grip : this.grip);
      const target = fingerFlexion(this.grip, Math.min(hand.position, this.stop));
      this.fingers = fingersTowards(this.fingers, target, hand.limits.maxSpeed * dtSeconds);
    }
    return this.state;
  }

  /** Adopt new limits while it runs; joints outside the new range are brought to its edge. */
  update(spec: ProsthesisSpec): void {
    const limits = this.joints.map(({ dof }) => jointLimits(spec.joints, dof));
    if (spec.grip !== this.spec.grip) this.grip = spec.grip;
    this.spec = spec;
    this.joints.forEach((joint, j) => {
      joint.limits = limits[j];
      joint.position = clamp(joint.position, limits[j].min, limits[j].max);
    });
  }

  /**
   * Something is between the fingers: they go no further, while the drive may strain on.
   * @param closedPercent how far the hand is closed where they meet it; undefined where nothing is
   */
  stopFingers(closedPercent: number | undefined): void {
    this.stop = closedPercent ?? Infinity;
  }

  /**
   * Whether joints that no command moves go back, as fast as the description says: where commands come one after the
   * other and lead nowhere, wrong ones would pile up until everything hangs at its end.
   */
  letReturn(returns: boolean): void {
    this.returns = returns;
  }

  /** Put joints somewhere, at standstill: back to the start, or to given positions (kept within range). */
  reset(positions: Readonly<Partial<Record<DofId, number>>> = {}): void {
    for (const joint of this.joints) {
      const { min, max } = joint.limits;
      joint.position = clamp(positions[joint.dof] ?? restPosition(joint.limits), min, max);
      joint.velocity = 0;
    }
    this.fingers = fingerFlexion(this.grip, this.hand?.position ?? 0);
  }

  private goBack(joint: Joint, dtSeconds: number): void {
    if (joint.velocity !== 0) return;
    const { min, max } = joint.limits;
    const most = ((max - min) * this.spec.scriptReturnPercentPerS * dtSeconds) / 100;
    const way = restPosition(joint.limits) - joint.position;
    joint.position += clamp(way, -most, most);
  }

  private get hand(): Joint | undefined {
    return this.joints.find(({ dof }) => dof === 'hand');
  }
}

/** Trapezoid integration of velocity, exact where the acceleration limit is reached within the step. */
function move(joint: Joint, command: number, dt: number): void {
  const { min, max, maxSpeed, maxAcceleration } = joint.limits;
  // A command that is no number must not move the joint, nor poison its position.
  const target = Number.isFinite(command) ? clamp(command, -1, 1) * maxSpeed : 0;
  const from = joint.velocity;
  const change = target - from;
  const ramp = Math.min(dt, Math.abs(change) / maxAcceleration);
  joint.velocity = from + Math.sign(change) * maxAcceleration * ramp;
  if (ramp < dt) joint.velocity = target;
  joint.position += 0.5 * (from + joint.velocity) * ramp + joint.velocity * (dt - ramp);
  if (joint.position <= min || joint.position >= max) {
    joint.position = clamp(joint.position, min, max);
    const outward = joint.position === min ? joint.velocity < 0 : joint.velocity > 0;
    if (outward) joint.velocity = 0;
  }
}

function restPosition({ min, max }: JointLimits): number {
  return clamp(0, min, max);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
