/** How a source is known to the project, from best to worst. */
export const sourceStates = ['read', 'abstract', 'data', 'memory'] as const;
/**
 * How a source is known: the paper was `read`; its `abstract` or page was; the number was computed here from public
 * `data`; or it stands here from `memory` and is to be read before anyone leans on it.
 */
export type SourceState = (typeof sourceStates)[number];

/** One thing a source says. */
export interface Finding {
  /** The number or fact with its unit, as one line. */
  readonly says: string;
  /** What a ratio or percentage is of, such as `% of the maximum`. */
  readonly of?: string;
  /** How many people, units or animals stand behind it; words where there is no count, saying why. */
  readonly n: number | string;
}

/** A paper, standard, data sheet or public data set that a value of the project comes from. */
export interface Source {
  /** Authors, journal, year, volume and first page, as a reader looks it up. */
  readonly reference: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly findings: readonly Finding[];
  readonly state: SourceState;
}
