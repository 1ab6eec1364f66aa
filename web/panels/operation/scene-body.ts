import { recoveryAt } from '../../../src/body/anatomy/recovery.js';
import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { limbGeometry } from '../../../src/patient/limb-geometry.js';
import { scenarioOfStage } from '../../../src/scenario/journey.js';
import type { Scenario } from '../../../src/scenario/scenario.js';

/** Sizes of the limb in a scene, mm: those that the cross-section has, too. */
export interface SceneBody {
  readonly boneMm: number;
  /** Radius of the stem that this person gets. */
  readonly stemMm: number;
  readonly muscleMm: number;
  /** Under the skin, with the swelling in it. */
  readonly fatMm: number;
  readonly swellingMm: number;
  /** Under the skin before the operation. */
  readonly fatBeforeMm: number;
  readonly skinMm: number;
  /** Where the muscle in front and the one behind lie, from the middle of the bone. */
  readonly frontInnerMm: number;
  readonly frontOuterMm: number;
  readonly backInnerMm: number;
  readonly backOuterMm: number;
  readonly loadPercent: number;
}

/** Names of the muscles that the long section cuts, in front and behind. */
export function cutMuscles({ muscles }: Pick<LimbGeometry, 'muscles'>): readonly string[] {
  return muscles.length > 0 ? [nearest(muscles, 0).name, nearest(muscles, 180).name] : [];
}

/** Sizes of every stage of a scenario's journey, as the body that lives in it has them. */
export function sceneBodies(scenario: Scenario): SceneBody[] {
  const { stages } = scenario.journey;
  const stemMm = Math.max(...stages.map(({ stemRadiusMm }) => stemRadiusMm));
  const bodies = stages.map((stage) => {
    const there = scenarioOfStage(scenario, stage);
    const { layers, muscles } = limbGeometry(there);
    const outer = (name: string): number => layers.find((layer) => layer.name === name)?.outerRadiusMm ?? 0;
    const [front, back] = [nearest(muscles, 0), nearest(muscles, 180)];
    return {
      boneMm: outer('bone'),
      stemMm,
      muscleMm: outer('muscle'),
      fatMm: outer('fat') - outer('muscle'),
      swellingMm: 1000 * recoveryAt(there.surgery).swelling,
      skinMm: outer('skin') - outer('fat'),
      frontInnerMm: front.innerRadiusMm,
      frontOuterMm: front.outerRadiusMm,
      backInnerMm: back.innerRadiusMm,
      backOuterMm: back.outerRadiusMm,
      loadPercent: stage.loadingPercent,
    };
  });
  const fatBeforeMm = bodies[0]?.fatMm ?? 0;
  return bodies.map((body) => ({ ...body, fatBeforeMm }));
}

function nearest(muscles: LimbGeometry['muscles'], angleDeg: number): LimbGeometry['muscles'][number] {
  return muscles.reduce((best, one) =>
    apart(one.angleDeg, angleDeg) < apart(best.angleDeg, angleDeg) ? one : best,
  );
}

function apart(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}
