import { degreesOfFreedom, dofById, type DofId } from '../../ground/movement/degree-of-freedom.js';
import { jointLimits } from '../../decoder/prosthesis/joint-limits.js';
import type { TestSetting } from './online-test.js';
import type { Posture } from '../../body/user/simulated-user.js';

/** A joint that is tested, with its range in its own unit. */
export interface TestJoint {
  readonly dof: DofId;
  readonly min: number;
  readonly max: number;
}

/** Joints that can be driven both ways by movements of their own, from distal to proximal. */
export function testJoints({
  movements,
  vocabulary,
  prosthesis: { joints },
}: Pick<TestSetting, 'movements' | 'vocabulary' | 'prosthesis'>): TestJoint[] {
  const directions = movements.flatMap((id) => {
    const actions = vocabulary.byId(id)?.actions ?? [];
    return actions.length === 1 ? actions : [];
  });
  const driven = (dof: DofId, direction: number): boolean =>
    directions.some((action) => action.dof === dof && action.direction === direction);
  return degreesOfFreedom
    .filter(({ id }) => driven(id, 1) && driven(id, -1))
    .map(({ id }) => {
      const { min, max } = jointLimits(joints, id);
      return { dof: id, min, max };
    });
}

/** All joints in the middle of their range. */
export function middle(joints: readonly TestJoint[]): Posture {
  return Object.fromEntries(joints.map(({ dof, min, max }) => [dof, (min + max) / 2]));
}

/** A posture in words, such as `Hand 80 %, Elbow 60°`. */
export function postureText(posture: Posture): string {
  return degreesOfFreedom
    .flatMap(({ id }) => {
      const position = posture[id];
      const { name, unit } = dofById(id);
      return position === undefined ? [] : [`${name} ${Math.round(position)}${unit === '%' ? ' %' : '°'}`];
    })
    .join(', ');
}
