/** Formats that the running signal can be recorded in; `serverInfo.recordedFormats` says which a host writes. */
export const recordedFormats = ['csv', 'edf', 'bdf', 'npz'] as const;
export type RecordedFormat = (typeof recordedFormats)[number];
