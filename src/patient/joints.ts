import { degreesOfFreedom, dofById, type DofId, type Limb } from '../ground/movement/degree-of-freedom.js';
import { commonVocabulary } from '../ground/movement/vocabulary.js';
import { movementOfClass, type CommandSpec } from '../decoder/prosthesis/command.js';
import { jointLimits } from '../decoder/prosthesis/joint-limits.js';
import type { ProsthesisSpec } from '../decoder/prosthesis/prosthesis-fields.js';
import type { Posture } from '../body/user/simulated-user.js';
import type { JointInfo } from '../protocol/server-messages.js';

/** Joints that a set of classes can move, from distal to proximal; all of the limb where they name none. */
export function jointsOf(classes: readonly string[], spec: CommandSpec, limb: Limb): DofId[] {
  const moved = new Set(
    classes.flatMap((name) => movementOfClass(name, spec)?.actions ?? []).map(({ dof }) => dof),
  );
  const joints = degreesOfFreedom.filter((dof) => moved.has(dof.id));
  return (joints.length > 0 ? joints : degreesOfFreedom.filter((dof) => dof.limb === limb)).map(
    ({ id }) => id,
  );
}

/** The limb that most of the classes belong to. */
export function limbOf(classes: readonly string[]): Limb {
  const legs = classes.filter((name) => commonVocabulary.of(name)?.limb === 'leg').length;
  const arms = classes.filter((name) => commonVocabulary.of(name)?.limb === 'arm').length;
  return legs > arms ? 'leg' : 'arm';
}

/** Joints as the page draws them. */
export function jointInfos(dofs: readonly DofId[], { joints }: ProsthesisSpec): JointInfo[] {
  return dofs.map((dof) => {
    const { name, unit } = dofById(dof);
    const { min, max } = jointLimits(joints, dof);
    return { dof, name, unit, min, max, neutral: Math.min(max, Math.max(min, 0)) };
  });
}

/** Joints that are at the end of their range, and where that is. */
export function endStops(positions: Posture, { joints }: ProsthesisSpec): Posture {
  return Object.fromEntries(
    degreesOfFreedom.flatMap(({ id: dof }) => {
      const position = positions[dof];
      if (position === undefined) return [];
      const { min, max } = jointLimits(joints, dof);
      return position <= min || position >= max ? [[dof, position]] : [];
    }),
  );
}
