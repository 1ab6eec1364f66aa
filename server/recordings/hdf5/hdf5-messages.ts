import type { ArrayContent } from '../arrays/named-array.js';

/** What the thread that holds the HDF5 library is asked; one question at a time. */
export type Question =
  | { readonly ask: 'open'; readonly path: string }
  | { readonly ask: 'texts'; readonly name: string }
  | {
      readonly ask: 'numbers';
      readonly name: string;
      /** First place and number of places along each dimension. */
      readonly from: readonly number[];
      readonly count: readonly number[];
    }
  | { readonly ask: 'close' };

/** Its answer: a value as the question wants it, or what the library said went wrong. */
export type Answer = { readonly value: unknown } | { readonly failure: string };

export type AttributeValues = readonly (readonly [string, readonly (number | string)[]])[];

/** A dataset as its header describes it. */
export interface Described {
  readonly name: string;
  readonly shape: readonly number[];
  readonly content: ArrayContent;
  readonly holds: string;
  readonly attributes: AttributeValues;
  /** Bytes of one value, and of one chunk; 0 where it is stored in one piece. */
  readonly valueBytes: number;
  readonly chunkBytes: number;
  /** What MATLAB says that it holds: `char`, `double`, `cell`. */
  readonly matlab: number | string | undefined;
}

/** What an HDF5 file holds. */
export interface Contents {
  readonly datasets: readonly Described[];
  readonly attributes: AttributeValues;
}
