/** Formats that the running signal is recorded in; every host that records writes them all. */
export const recordedFormats = ['csv', 'edf', 'bdf', 'npz'] as const;
export type RecordedFormat = (typeof recordedFormats)[number];
