/** Results of baselines as they are committed: of every person a row of numbers, by the columns of the suite. */
export interface CommittedBaselines {
  readonly suite: string;
  /** Hash of the suite that they are of. */
  readonly hash: string;
  /** Version of the product that computed them. */
  readonly version: string;
  readonly columns: readonly string[];
  /** Keys of the people, in the order of the rows. */
  readonly people: readonly string[];
  readonly decoders: readonly {
    readonly name: string;
    /** Of each person the numbers with spaces between, `NaN` where there was nothing to measure. */
    readonly rows: readonly string[];
  }[];
}
