/**
 * `myodesis/study`: how well decoders do, and what breaks them – on recordings and on simulated people.
 *
 * @module myodesis/study
 */
export { cellColumns, cellRows, cellsJson } from './cell-rows.js';
export type {
  ClassifierChoice,
  ClassifierLoader,
  InsideChoice,
  ModuleClassifier,
  OutsideChoice,
  OwnClassifier,
} from './classifier-choice.js';
export { csv } from './csv.js';
export { dialled, type Dial, type Dialled, type DialLevel } from './dial.js';
export { dials } from './dials.js';
export { evaluate, type EvaluateOptions, type Evaluation } from './evaluate.js';
export type { Fold } from './folds.js';
export { ranked, type Ranked } from './ranking.js';
export type { Standing } from './standing.js';
export type { Cell, CellFailure } from './evaluate-cells.js';
export type { Selection } from './select-features.js';
export { criteria, criterionNames, type Criterion, type CriterionName } from './choosing/criteria.js';
export {
  rankFeatures,
  type RankedOverPeople,
  type Ranking,
  type RankOptions,
} from './choosing/rank-features.js';
export type { PersonRanking, Rankable, RankedItem } from './choosing/rank-person.js';
export { rankingColumns, rankingJson, rankingRows } from './choosing/ranking-rows.js';
export { rankingReport } from './report/ranking-report.js';
export { searchDecoder, type SearchOptions } from './choosing/search-decoder.js';
export type { Candidate, SearchGrid } from './choosing/search-grid.js';
export type {
  AgainstDefault,
  Search,
  SearchedCandidate,
  SearchedPart,
  SearchedPerson,
} from './choosing/search-outcome.js';
export { searchColumns, searchJson, searchRows } from './choosing/search-rows.js';
export { searchReport } from './report/search-report.js';
export {
  cohortMetrics,
  evaluateCohort,
  type CohortCell,
  type CohortEvaluation,
  type EvaluateCohortOptions,
  type PersonEvaluation,
  type RecordedPerson,
} from './evaluate-cohort.js';
export type { PeopleMean } from './people-mean.js';
export type { PermutationTest } from './benchmark/paired-permutation.js';
export type { Turn } from './benchmark/suite.js';
export type { LearningDecoders, LearningOptions } from './learning/learning-plan.js';
export type {
  PairedDifference,
  PeoplePoint,
  PeopleStudy,
  PersonPoint,
  PersonPoints,
  Setting,
} from './learning/people-points.js';
export {
  learningCurve,
  type Enough,
  type LearningCurve,
  type LearningCurveOptions,
} from './learning/learning-curve.js';
export {
  trainedOn,
  trainOnOthers,
  type OthersStudy,
  type TrainedOn,
  type TrainOnOthersOptions,
} from './learning/train-on-others.js';
export {
  adaptOverDays,
  adaptWays,
  type AdaptOptions,
  type AdaptRule,
  type AdaptWay,
  type DaysStudy,
} from './learning/adapt-over-days.js';
export { firstDays, usualDays, type DayConditions, type DayPlan } from './learning/days.js';
export { learningJson } from './report/learning-table.js';
export { curveReport, daysReport, othersReport } from './report/learning-report.js';
export { evaluateDecoder, evaluateDecoderLive } from './evaluate-decoder.js';
export { recordedDecoder } from './recorded-decoder.js';
export { onTheSpot, type Job, type JobRunner, type RunOptions } from './job.js';
export { likeness, type Likeness, type Statistics } from './likeness/statistics.js';
export type { LabelledSignal } from './likeness/clean.js';
export {
  compare,
  type ComparedSide,
  type Comparison,
  type CompareOptions,
  type Side,
} from './likeness/compare.js';
export type { SideStatistics, StatisticRow } from './likeness/compare-statistics.js';
export type { Direction, TransferResult, TransferRow } from './likeness/transfer.js';
export type { TellingTrait, TwoSample } from './likeness/two-sample.js';
export { comparisonJson } from './likeness/summaries.js';
export { likenessReport } from './report/likeness-report.js';
export { fitTwin, type FitOptions, type Twin } from './twin/twin.js';
export type { TwinDistance } from './twin/twin-distance.js';
export type { ClassLevels, Measured, Person, Portrait, RelativeSpectrum } from './likeness/portrait.js';
export type { TraitWindow } from './likeness/window-traits.js';
export type { ChannelMatch } from './likeness/channel-match.js';
export { twinJson } from './twin/twin-summaries.js';
export { twinReport } from './report/twin-report.js';
export { peopleSets, type PeopleSet, type Spread } from './likeness/people.js';
export { statisticInfos, type StatisticName } from './likeness/statistic-names.js';
export { matrixReport, type ReportFacts } from './report/matrix-report.js';
export { stressReport } from './report/stress-report.js';
export { splitRows, usualDivision, type Split, type SplitRows } from './split.js';
export type { Unseen } from './untaught.js';
export {
  stress,
  type StressFailure,
  type StressOptions,
  type StressResult,
  type StressRow,
} from './stress.js';
export {
  stressCohort,
  type PersonStress,
  type StressCohortOptions,
  type StressCohortResult,
  type StressCohortRow,
} from './stress-cohort.js';
export { parseStudy, type StudyPlan } from './plan/plan.js';
export type { Condition } from './plan/condition.js';
export type { DecoderVariant } from './plan/decoder-variant.js';
export { studyMetrics, type StudyMetric } from './plan/metrics.js';
export { peopleOfShard, studyTasks, type Shard } from './plan/study-tasks.js';
export {
  studyPerson,
  studyPersonJob,
  type StudyCell,
  type StudyFailure,
  type StudyPersonResult,
  type StudyPersonTask,
} from './plan/study-person.js';
export { factorsOf, studyCells, studyColumns, studyRows, type StudyRow } from './plan/study-rows.js';
export { effectsOf, type Effect, type PersonEffect } from './plan/effects.js';
export { studyReport } from './report/study-report.js';
export { cohortReport } from './report/cohort-report.js';
export { stressCohortReport } from './report/stress-cohort-report.js';
export { jsonRow, stressColumns, stressRow, type Level } from './stress-rows.js';
export type {
  Against,
  ChannelDrift,
  DisturbanceEffect,
  FeatureDrift,
  WorstClass,
} from './disturbance-effect.js';
export { dataOfScenario, studyData, type StudyData, type StudySegment } from './study-data.js';
export type { SegmentOrigin } from '../ground/signal/segment-origin.js';
export { windowFeatures, type FeatureRequest, type WindowFeatures } from './window-features.js';
