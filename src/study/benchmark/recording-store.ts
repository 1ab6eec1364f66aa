/** Keeps what people did between runs of a benchmark, as recording them anew takes half the time of a run. */
export interface RecordingStore {
  /**
   * What was made of the same before, or else is made now and kept: the same bits either way.
   * @param of plain data that decides what is made
   * @param make gives plain data: objects, lists, arrays of numbers
   */
  take<Made>(of: unknown, make: () => Made): Made;
}

/** Keeps nothing. */
export const noStore: RecordingStore = { take: (_, make) => make() };
