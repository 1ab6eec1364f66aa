/** Whose and what a labelled stretch of signal is: what training and test are divided by. */
export interface SegmentOrigin {
  /** Movement id where the vocabulary has one (`hand-close`), else the name as found. */
  readonly label: string;
  /** Counts from 0 within class and trial, or as the recording numbers it. */
  readonly repetition: number;
  /** Take, session or condition, as the recording calls it (`6`, `Ramp`); `0` where there is one only. */
  readonly trial: string;
  /** Person, as the recording calls them; absent where there is one only. */
  readonly subject?: string;
  /** The half of a divided data set it stands in: what to learn from, or what to test on. */
  readonly part?: 'train' | 'test';
}
