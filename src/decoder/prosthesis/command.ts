import type { Decision } from '../decision.js';
import { dofIds, type DofId } from '../../ground/movement/degree-of-freedom.js';
import type { GripName } from '../../ground/movement/grip-names.js';
import type { Movement, MovementId } from '../../ground/movement/movement.js';
import { commonVocabulary, type Vocabulary } from '../../ground/movement/vocabulary.js';
import type { ProsthesisSpec } from './prosthesis-fields.js';

/** What commands are made by: what classes mean, and movements. */
export interface CommandSpec extends Pick<ProsthesisSpec, 'classMap'> {
  /** Movements that are known; without a scenario's own where absent. */
  readonly vocabulary?: Vocabulary | undefined;
}

/** What the prosthesis is told to do. */
export interface Command {
  /** Sample index that the command rests on: that after the window's last. */
  readonly index: number;
  /** Velocity of every joint in [−1, 1], 0 where it is to hold still. */
  readonly velocities: Readonly<Record<DofId, number>>;
  /** Grip that the movement takes; absent where it leaves that to the prosthesis. */
  readonly grip?: GripName | undefined;
  /** Movement decided; `rest` where the class is no known movement. */
  readonly movement: MovementId;
  /** Confidence of the decision, 0 … 1. */
  readonly confidence: number;
  /** Delay so far, from the muscle to here, in milliseconds. */
  readonly latencyMs: number;
}

/** The command that holds everything still. */
export function restCommand(index: number): Command {
  return { index, velocities: stillVelocities(), movement: 'rest', confidence: 1, latencyMs: 0 };
}

/**
 * The command that a decision means.
 * @param spec `classMap` says what classes mean whose names are not movements
 */
export function commandOf(decision: Decision, spec: CommandSpec): Command {
  const { index, confidence, latencyMs, decided, speed } = decision;
  const movement = movementOfClass(decided, spec);
  const velocities = { ...stillVelocities(), ...decision.velocities };
  if (!decision.velocities)
    for (const { dof, direction } of movement?.actions ?? []) velocities[dof] = direction * speed;
  return { index, velocities, grip: movement?.grip, movement: movement?.id ?? 'rest', confidence, latencyMs };
}

/** Movements that classes stand for, each once, rest left out. */
export function commandMovements(classes: readonly string[], spec: CommandSpec): MovementId[] {
  const ids = classes.map((name) => movementOfClass(name, spec)?.id ?? 'rest');
  return [...new Set(ids)].filter((id) => id !== 'rest');
}

function stillVelocities(): Record<DofId, number> {
  return Object.fromEntries(dofIds.map((dof) => [dof, 0])) as Record<DofId, number>;
}

/** Movement that a class stands for, if any. */
export function movementOfClass(
  name: string,
  { classMap, vocabulary = commonVocabulary }: CommandSpec,
): Movement | undefined {
  const mapped = Object.hasOwn(classMap, name) ? classMap[name] : undefined;
  return mapped === undefined ? vocabulary.of(name) : vocabulary.byId(mapped);
}
