/** Boards of OpenBCI, as its GUI shows them. */
export const boards = {
  cyton: { channels: 8, rateHz: 250 },
  'cyton-daisy': { channels: 16, rateHz: 125 },
  ganglion: { channels: 4, rateHz: 200 },
} as const;
/** A board by its name. */
export type Board = keyof typeof boards;

/** What the GUI can send: raw or filtered samples in µV, amplitude of each channel 0 … 1, µV in bins of 1 Hz. */
export const contents = ['timeSeriesRaw', 'timeSeriesFilt', 'emg', 'fft'] as const;
/** What is sent. */
export type Content = (typeof contents)[number];

/** One datagram of the GUI: a line of JSON. @param data a list for each channel, or a number for each */
export function guiMessage(type: Content, data: readonly (readonly number[] | number)[]): string {
  const rounded = data.map((value) => (typeof value === 'number' ? round(value) : value.map(round)));
  return `${JSON.stringify({ type, data: rounded })}\r\n`;
}

/** Four decimals: a tenth of a nanovolt is below any noise, and text is long. */
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Samples of each channel in µV, of instants in volts. */
export function timeSeries(volts: Float32Array, channels: number): number[][] {
  return Array.from({ length: channels }, (_, c) =>
    Array.from({ length: volts.length / channels }, (_, k) => volts[k * channels + c] * 1e6),
  );
}
