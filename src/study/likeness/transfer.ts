import type { Classifier } from '../../decoder/classifiers/classifier.js';
import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import { PreparedClassifier } from '../../decoder/evaluation/prepared-classifier.js';
import {
  leaveGroupsOut,
  testedDecisions,
  type TrainTest,
} from '../../decoder/evaluation/tested-decisions.js';
import { mean, sampleDeviation } from '../../ground/math/statistics.js';
import {
  creatorOf,
  namedError,
  nameOf,
  type ClassifierLoader,
  type InsideChoice,
} from '../classifier-choice.js';
import { featureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import type { StudyData } from '../study-data.js';

/** Who teaches, and who is tested. */
export type Direction =
  | 'simulated to real'
  | 'real to simulated'
  | 'real to other real people'
  | 'simulated to other simulated people'
  | 'within real people'
  | 'within simulated people';

/** Recordings of the movements that everybody has: real people first. */
export interface TransferTask {
  readonly people: readonly StudyData[];
  readonly realPeople: number;
  readonly spec: DecoderSpec;
  readonly classifiers: readonly InsideChoice[];
}

/** How decoders do that learned from some and are tested on others. */
export interface TransferRow {
  readonly direction: Direction;
  readonly features: readonly string[];
  readonly classifier: string;
  /** Mean over the people tested, 0 to 1, and SD between them where there are several. */
  readonly accuracy: number;
  readonly sd: number | null;
  readonly perPerson: readonly number[];
}

export interface TransferResult {
  readonly rows: readonly TransferRow[];
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

/** Repetitions are left out in at most this many parts. */
const MOST_FOLDS = 5;

/** Windows of everybody, with who made each and in which repetition. */
interface Windows {
  readonly x: readonly Float64Array[];
  readonly labels: readonly string[];
  readonly people: readonly number[];
  readonly repetitions: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Train on one side and test on the other, both ways, and within each. Features of each person are taken as their
 * live decoder would: in units of their own typical RMS, crossings counted above their own noise of rest.
 */
export async function transfer(task: TransferTask, load?: ClassifierLoader): Promise<TransferResult> {
  const windows = windowsOf(task);
  const { x, labels, people } = windows;
  const rows: TransferRow[] = [];
  const failures: string[] = [];
  const warnings = new Set(windows.warnings);
  for (const choice of task.classifiers) {
    const create = await creatorOf(choice, task.spec.modelOptions, load);
    try {
      for (const [direction, parts] of directions(windows, task.realPeople)) {
        if (parts.length === 0) continue;
        const standardized = (): Classifier => new PreparedClassifier(create(), true);
        const decisions = testedDecisions(standardized, x, labels, parts);
        const tested = [...new Set(decisions.map(({ row }) => people[row]))];
        const perPerson = tested.map((person) =>
          mean(
            decisions
              .filter(({ row }) => people[row] === person)
              .map(({ row, label }) => (labels[row] === label ? 1 : 0)),
          ),
        );
        rows.push({
          direction,
          features: task.spec.features,
          classifier: nameOf(choice),
          accuracy: mean(perPerson),
          sd: perPerson.length > 1 ? sampleDeviation(perPerson) : null,
          perPerson,
        });
      }
    } catch (error) {
      failures.push(
        `${nameOf(choice)} on ${task.spec.features.join('+')}: ${namedError(nameOf(choice), error).message}`,
      );
    }
  }
  return { rows, failures, warnings: [...warnings] };
}

/** The job of {@link transfer}; a host's threads bring their own loader. */
export function transferJob(load?: ClassifierLoader): Job<TransferTask, TransferResult> {
  return { name: 'transfer', work: (task) => transfer(task, load) };
}

function windowsOf({ people, spec }: TransferTask): Windows {
  const tables = people.map((data) => featureTable(data, { ...spec, thresholds: 'rest' }));
  const everyWindow = tables.flatMap(({ segments }, person) =>
    segments.map((segment) => ({ ...segment, person })),
  );
  return {
    x: tables.flatMap((table) => table.x),
    labels: everyWindow.map(({ label }) => label),
    people: everyWindow.map(({ person }) => person),
    repetitions: everyWindow.map(({ trial, repetition }) => `${trial}/${repetition}`),
    warnings: tables.flatMap(({ warnings }) => warnings),
  };
}

function directions(windows: Windows, realPeople: number): [Direction, TrainTest[]][] {
  const everyone = [...new Set(windows.people)];
  const isReal = (person: number): boolean => person < realPeople;
  const rowsOf = (is: (person: number) => boolean): number[] =>
    windows.people.flatMap((person, row) => (is(person) ? [row] : []));
  const real = everyone.filter(isReal);
  const simulated = everyone.filter((person) => !isReal(person));
  const rowsOfReal = rowsOf(isReal);
  const rowsOfSimulated = rowsOf((person) => !isReal(person));
  const others = (side: readonly number[]): TrainTest[] =>
    side.length < 2
      ? []
      : side.map((tested) => ({
          train: rowsOf((person) => person !== tested && side.includes(person)),
          test: rowsOf((person) => person === tested),
        }));
  const within = (side: readonly number[]): TrainTest[] =>
    side.flatMap((person) =>
      withinPerson(
        windows,
        rowsOf((one) => one === person),
      ),
    );
  return [
    ['within real people', within(real)],
    ['real to other real people', others(real)],
    ['simulated to real', [{ train: rowsOfSimulated, test: rowsOfReal }]],
    ['real to simulated', [{ train: rowsOfReal, test: rowsOfSimulated }]],
    ['within simulated people', within(simulated)],
    ['simulated to other simulated people', others(simulated)],
  ];
}

/** Repetitions of one person left out in turn; nothing where there is one only. */
function withinPerson({ repetitions, labels }: Windows, own: readonly number[]): TrainTest[] {
  const groups = own.map((row) => repetitions[row]);
  if (new Set(groups).size < 2) return [];
  const parts = leaveGroupsOut(
    groups,
    own.map((row) => labels[row]),
    MOST_FOLDS,
  );
  const back = (rows: readonly number[]): number[] => rows.map((row) => own[row]);
  return parts.map(({ train, test }) => ({ train: back(train), test: back(test) }));
}
