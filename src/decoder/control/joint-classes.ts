import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import { movements, type Movement } from '../../ground/movement/movement.js';

/** A class that stands for one direction of one joint. */
export interface JointClass {
  readonly name: string;
  readonly dof: DofId;
  readonly direction: 1 | -1;
}

/** Rest, then both directions of each joint (of the hand without a grip), as classes in which velocities can be shown. */
export function jointClasses(joints: readonly DofId[]): { classes: string[]; moving: JointClass[] } {
  const moving = joints.flatMap((dof) =>
    movements.flatMap(({ id, actions, grip }) =>
      actions.length === 1 && actions[0].dof === dof && grip === undefined
        ? [{ name: id, dof, direction: actions[0].direction }]
        : [],
    ),
  );
  return { classes: ['rest', ...moving.map(({ name }) => name)], moving };
}

/**
 * The class in which a control of joints answers a movement: that of its joint and direction, whatever the grip; rest
 * where it moves nothing; undefined where it moves several joints at once, for which there is no one class.
 */
export function jointClassOf({ actions }: Pick<Movement, 'actions'>): string | undefined {
  if (actions.length === 0) return 'rest';
  return actions.length === 1
    ? jointClasses([actions[0].dof]).moving.find(({ direction }) => direction === actions[0].direction)?.name
    : undefined;
}

/**
 * Velocities as shares of classes, summing to 1: rest has what the fastest joint leaves over.
 * @returns index of the class with the largest velocity, 0 (rest) where nothing moves
 */
export function sharesOf(
  moving: readonly JointClass[],
  velocities: Readonly<Partial<Record<DofId, number>>>,
  shares: Float64Array,
): number {
  let sum = 0;
  let fastest = 0;
  let winner = 0;
  moving.forEach(({ dof, direction }, k) => {
    const speed = Math.max(0, direction * (velocities[dof] ?? 0));
    shares[k + 1] = speed;
    sum += speed;
    if (speed > fastest) {
      fastest = speed;
      winner = k + 1;
    }
  });
  fastest = Math.min(1, fastest);
  shares[0] = 1 - fastest;
  for (let k = 1; k < shares.length && sum > 0; k++) shares[k] *= fastest / sum;
  return winner;
}
