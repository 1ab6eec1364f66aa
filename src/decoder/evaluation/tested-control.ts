import { samplesOf } from '../../ground/signal/units.js';
import type { Control, ControlTraining } from '../control/control.js';
import { JointTargets } from '../control/joint-targets.js';
import { RegressionControl } from '../control/regression-control.js';
import { trainControl } from '../control/train-control.js';
import type { DecoderSpec } from '../decoder-fields.js';
import type { Extensions } from '../extensions.js';
import { pickRows } from '../training/labelled-features.js';
import { Standardizer } from '../training/standardizer.js';
import type { Window } from '../window.js';
import { JointSeries, type JointMetrics, type Velocities } from './joint-metrics.js';
import type { TestedDecision, TrainTest } from './tested-decisions.js';

/** What a control by regression or by two sites decided on rows that it had not learned from. */
export interface TestedControl {
  /** After the control's own steadying, each recording from rest; labels are classes of joints. */
  readonly decisions: readonly TestedDecision[];
  /** By degree of freedom; none where velocities are not estimated. */
  readonly joints: readonly JointMetrics[];
  /** Delay that the steadying adds, in milliseconds. */
  readonly smoothingMs: number;
}

/** Windows to learn from and to test on, in order of time within each recording. */
export interface ControlRows extends ControlTraining {
  readonly windows: readonly Pick<Window, 'index' | 'sampleRateHz'>[];
}

/**
 * Learn each part's training rows by the control that the description asks for, and let it decide its test rows as it
 * would in use. Where features are standardised, it is by the training rows alone.
 * @throws ModelError where training rows do not have what the control needs
 */
export function testedControl(
  spec: DecoderSpec,
  rows: ControlRows,
  parts: readonly TrainTest[],
  extensions: Pick<Extensions, 'regressor'>,
): TestedControl {
  const decisions: TestedDecision[] = [];
  const velocities = new JointSeries();
  let smoothingMs = 0;
  for (const { train, test } of parts) {
    const known = picked(rows, train);
    const { x, rows: count, columns } = known.table;
    const standardizer = Standardizer.of(x, count, columns, !spec.standardize);
    const control = trainControl(
      spec,
      { ...known, table: { ...known.table, x: standardizer.applied(known.table.x) } },
      extensions,
    );
    smoothingMs = control.smoothingMs();
    const estimates = decided(control, rows, test, standardizer, stepOf(spec, rows), (decision) =>
      decisions.push(decision),
    );
    if (!(control instanceof RegressionControl)) continue;
    const { joints } = control;
    const wanted = JointTargets.of(labelled(known), joints).rows(labelled(picked(rows, test)));
    velocities.add(joints, wanted, estimates);
  }
  decisions.sort((a, b) => a.row - b.row);
  return { decisions, joints: velocities.metrics(), smoothingMs };
}

/** Let a control decide rows, each recording from rest; its velocities, in order of the rows. */
function decided(
  control: Control,
  { table, amplitudes, channels, windows }: ControlRows,
  test: readonly number[],
  standardizer: Standardizer,
  step: number,
  onDecision: (decision: TestedDecision) => void,
): Velocities[] {
  const { columns, labels, repetitions } = table;
  const values = new Float64Array(columns);
  let steps = control.steps();
  return test.map((row, n) => {
    const before = test[n - 1];
    const goesOn =
      before === row - 1 &&
      labels[before] === labels[row] &&
      repetitions[before] === repetitions[row] &&
      windows[before]?.index + step === windows[row]?.index;
    if (!goesOn) steps = control.steps();
    values.set(table.x.subarray(row * columns, (row + 1) * columns));
    standardizer.apply(values);
    const own = amplitudes.subarray(row * channels, (row + 1) * channels);
    const steady = steps.push({ ...control.estimate({ values, amplitudes: own }), amplitudes: own });
    const { smoothed, confidence, velocities = {} } = steady;
    onDecision({ row, label: control.classes[smoothed] ?? 'rest', confidence });
    return velocities;
  });
}

function stepOf({ stepMs }: DecoderSpec, { windows }: ControlRows): number {
  return samplesOf(stepMs, windows[0]?.sampleRateHz ?? 1000);
}

function picked({ table, amplitudes, channels, vocabulary }: ControlRows, rows: readonly number[]) {
  const own = new Float64Array(rows.length * channels);
  rows.forEach((r, n) => own.set(amplitudes.subarray(r * channels, (r + 1) * channels), n * channels));
  return { table: pickRows(table, rows), amplitudes: own, channels, vocabulary };
}

function labelled({ table, ...rest }: ControlTraining) {
  return { ...rest, labels: table.labels };
}
