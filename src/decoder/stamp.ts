/** Which window something is about: carried from the window's features to the decision. */
export interface Stamp {
  /** Absolute index of the sample after the window's last. */
  readonly index: number;
  /** Absolute index of the window's first sample. */
  readonly windowIndex: number;
  /** What was really done during the whole window, where that is known. */
  readonly label?: string | undefined;
}
