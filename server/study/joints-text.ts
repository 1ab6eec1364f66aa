import { table } from '../cli/output.js';

/** Agreement of an estimated velocity with the wanted one; null or NaN where the joint never moved. */
interface JointRow {
  readonly joint: string;
  readonly r2: number | null;
  readonly rmse: number | null;
  readonly nrmse: number | null;
  readonly mae: number | null;
}

/** How well the velocity of each joint is estimated, for a terminal. */
export function jointsText(joints: readonly JointRow[]): string {
  return (
    'Velocity of each joint, against the direction of the movement times its strength (0 at rest, 1 strong).\n' +
    table([
      ['joint', 'R²', 'RMSE', 'NRMSE', 'MAE'],
      ...joints.map(({ joint, r2, rmse, nrmse, mae }) => [joint, ...[r2, rmse, nrmse, mae].map(shown)]),
    ])
  );
}

function shown(value: number | null): string {
  return value !== null && Number.isFinite(value) ? value.toFixed(3) : '–';
}
