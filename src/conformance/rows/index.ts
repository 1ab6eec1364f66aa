import type { ConformanceRow } from '../conformance-row.js';
import { amplitudeCancellation } from './amplitude-cancellation.js';
import { amplitudeDensity } from './amplitude-density.js';
import { conductionVelocity } from './conduction-velocity.js';
import { contractionStrength } from './contraction-strength.js';
import { determinism } from './determinism.js';
import { dischargeRates } from './discharge-rates.js';
import { electrodeDensity } from './electrode-density.js';
import { electrodeShift } from './electrode-shift.js';
import { emgForce } from './emg-force.js';
import { epimysialSurface } from './epimysial-surface.js';
import { fatLayer } from './fat-layer.js';
import { fatigueSpectrum } from './fatigue-spectrum.js';
import { featureByClassifier } from './feature-by-classifier.js';
import { forceSteadiness } from './force-steadiness.js';
import { graftStability } from './graft-stability.js';
import { limbPosition } from './limb-position.js';
import { maximalRates } from './maximal-rates.js';
import { initialMedianFrequency } from './median-frequency.js';
import { nextDay } from './next-day.js';
import { offlineAccuracy } from './offline-accuracy.js';
import { otherStrength } from './other-strength.js';
import { pairDirection } from './pair-direction.js';
import {
  armbandStatistics,
  feedbackStatistics,
  handStatistics,
  thighStatistics,
} from './people-statistics.js';
import { potentialSize } from './potential-size.js';
import { recruitmentEnd } from './recruitment-end.js';
import { redonning } from './redonning.js';
import { setDisturbances } from './set-disturbances.js';
import { shortTraining } from './short-training.js';
import { sweatFilm } from './sweat-film.js';
import { transferredUnits } from './transferred-units.js';

/** The conformance table, in its order. */
export const conformanceRows: readonly ConformanceRow[] = [
  recruitmentEnd,
  dischargeRates,
  forceSteadiness,
  emgForce,
  amplitudeDensity,
  amplitudeCancellation,
  initialMedianFrequency,
  conductionVelocity,
  fatigueSpectrum,
  fatLayer,
  epimysialSurface,
  electrodeShift,
  setDisturbances,
  offlineAccuracy,
  contractionStrength,
  redonning,
  shortTraining,
  determinism,
  thighStatistics,
  handStatistics,
  feedbackStatistics,
  armbandStatistics,
  featureByClassifier,
  maximalRates,
  potentialSize,
  transferredUnits,
  sweatFilm,
  limbPosition,
  otherStrength,
  electrodeDensity,
  pairDirection,
  graftStability,
  nextDay,
];
