import { runPersonJob } from '../../src/study/benchmark/run-person.js';
import { MyodesisError } from '../../src/ground/signal/errors.js';
import { rankPersonJob } from '../../src/study/choosing/rank-person.js';
import { scoreCandidatesJob } from '../../src/study/choosing/score-candidates.js';
import { evaluateCellsJob } from '../../src/study/evaluate.js';
import { evaluatePersonJob } from '../../src/study/evaluate-cohort.js';
import type { Job, JobOutcome } from '../../src/study/job.js';
import { adaptJob } from '../../src/study/learning/adapt-over-days.js';
import { learningCurveJob } from '../../src/study/learning/learning-curve.js';
import { trainOnOthersJob } from '../../src/study/learning/train-on-others.js';
import { portraitJob } from '../../src/study/likeness/portrait.js';
import { recordPersonJob } from '../../src/study/likeness/recorded-person.js';
import { transferJob } from '../../src/study/likeness/transfer.js';
import { foldJob } from '../../src/study/likeness/two-sample.js';
import { twinTrialJob } from '../../src/study/twin/twin-trial.js';
import { studyPersonJob } from '../../src/study/plan/study-person.js';
import { runSessionJob } from '../../src/study/stress.js';
import { runKeptPersonJob } from './kept-recordings.js';
import { writePersonJob } from './simulate-people.js';
import { plainHost } from './plain-host.js';
import { loadClassifier } from './study-host.js';

function guarded<Task, Result>({ work }: Job<Task, Result>): (task: Task) => Promise<JobOutcome<Result>> {
  return async (task) => {
    try {
      return { value: await work(task) };
    } catch (error) {
      if (error instanceof MyodesisError) return { failure: error.toJSON() };
      throw error;
    }
  };
}

/** What a worker thread of a study can run; Piscina calls these by the names of the jobs. */
export const evaluateCells = guarded(evaluateCellsJob(loadClassifier));
export const evaluatePerson = guarded(evaluatePersonJob(loadClassifier));
export const rankPerson = guarded(rankPersonJob);
export const scoreCandidates = guarded(scoreCandidatesJob(loadClassifier));
export const learningCurve = guarded(learningCurveJob(loadClassifier));
export const trainOnOthers = guarded(trainOnOthersJob(loadClassifier));
export const adaptOverDays = guarded(adaptJob(loadClassifier));
export const writePerson = guarded(writePersonJob);
export const runSession = guarded(runSessionJob);
export const recordPerson = guarded(recordPersonJob);
export const portrait = guarded(portraitJob);
export const twoSampleFold = guarded(foldJob);
export const transfer = guarded(transferJob(loadClassifier));
export const twinTrial = guarded(twinTrialJob);
export const studyPerson = guarded(studyPersonJob(loadClassifier));
export const runPerson = guarded(runPersonJob(plainHost));
export const runKeptPerson = guarded(runKeptPersonJob(plainHost));
