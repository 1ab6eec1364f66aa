import type { SourceRef } from '../../ground/sources/index.js';

/** By what features are ranked without a classifier. */
export interface Criterion {
  /** As the field calls it. */
  readonly term: string;
  /** For tables. */
  readonly short: string;
  readonly better: 'higher' | 'lower';
  /** Whether it says how well classes are told apart: these make the place that is told first. */
  readonly separates: boolean;
  readonly explain: string;
  readonly source: SourceRef;
}

/** Filter criteria, all on features of mean 0 and variance 1 over the training windows. */
export const criteria = {
  fisherRatio: {
    term: 'Fisher ratio',
    short: 'Fisher',
    better: 'higher',
    separates: true,
    explain: 'variance of the class means over the variance within classes, each summed over channels',
    source: 'fisher-1936',
  },
  daviesBouldin: {
    term: 'Davies–Bouldin index',
    short: 'DBI',
    better: 'lower',
    separates: true,
    explain: 'spread of two classes over the distance of their means, of the worst partner of each class',
    source: 'davies-1979',
  },
  separability: {
    term: 'separability index',
    short: 'SI',
    better: 'higher',
    separates: true,
    explain: 'half the Mahalanobis distance to the nearest other class, mean over classes',
    source: ['bunderson-2012', 'nilsson-2017', 'libemg-code'],
  },
  repeatability: {
    term: 'repeatability index',
    short: 'RI',
    better: 'lower',
    separates: false,
    explain:
      'half the Mahalanobis distance of the mean of one repetition from that of the others of its class',
    source: ['bunderson-2012', 'libemg-code'],
  },
  semiPrincipalAxis: {
    term: 'mean semi-principal axis',
    short: 'MSA',
    better: 'lower',
    separates: false,
    explain:
      'geometric mean of the standard deviations along the principal axes of a class, mean over classes',
    source: 'bunderson-2012',
  },
  resIndex: {
    term: 'RES index',
    short: 'RES',
    better: 'higher',
    separates: true,
    explain: 'mean Euclidean distance of class means over the mean standard deviation within classes',
    source: 'al-quraishi-2020',
  },
  mutualInformation: {
    term: 'mutual information',
    short: 'MI',
    better: 'higher',
    separates: true,
    explain: 'bit that a channel, in five levels of equal counts, tells of the class; mean over channels',
    source: 'peng-2005',
  },
  mrmr: {
    term: 'minimum redundancy, maximum relevance',
    short: 'mRMR',
    better: 'lower',
    separates: false,
    explain:
      'place in which it is taken: its mutual information with the class less the mean with those taken before',
    source: 'peng-2005',
  },
} as const satisfies Readonly<Record<string, Criterion>>;

/** Name of a criterion. */
export type CriterionName = keyof typeof criteria;

/** All names, in the order of tables. */
export const criterionNames = Object.keys(criteria) as readonly CriterionName[];

/** Those that say how well classes are told apart. */
export const separating: readonly CriterionName[] = criterionNames.filter((name) => criteria[name].separates);
