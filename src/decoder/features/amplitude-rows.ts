/** Amplitude features that make a pattern over the channels, in order of preference. */
const AMPLITUDES = ['MAV', 'RMS', 'IAV', 'WL'] as const;

/** Columns of one amplitude feature, one for each channel, in the channels' order; empty where there is none. */
export function amplitudeRows(names: readonly string[], channels: readonly string[]): number[] {
  for (const feature of AMPLITUDES) {
    const found = channels.map((channel) => names.indexOf(`${channel}.${feature}`));
    if (found.length > 0 && found.every((row) => row >= 0)) return found;
  }
  return [];
}
