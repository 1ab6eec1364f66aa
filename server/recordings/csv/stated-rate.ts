const patterns: readonly (readonly [RegExp, (value: number, unit: string) => number])[] = [
  // Sample Rate = 250 Hz; SamplingFrequency: 2000; fs=1000; Abtastrate;2 kHz
  [
    /(?:sampl\w{0,8}|acquisition|acq|abtast\w{0,8})[ _-]?(?:rate|freq\w{0,8})|\b(?:srate|fs|sfreq|abtastrate|sampling)\b/i,
    (value, unit) => (/^k/i.test(unit) ? 1000 * value : value),
  ],
  // Interval= 0.001 s (LabChart); Sample interval: 0.5 ms
  [/\binterval\b/i, (value, unit) => (/^m/i.test(unit) ? 1000 : /^[uµμ]/i.test(unit) ? 1e6 : 1) / value],
];
const number = /^[^\d\n]{0,40}?(\d+(?:[.,]\d+)?)\s*(k?hz|[munµμ]?s(?:ec)?\b)?/i;

/** The sampling rate that lines before the samples state, in Hz; undefined where they do not. */
export function statedRate(preamble: readonly string[]): number | undefined {
  for (const line of preamble) {
    // 0.5 msec/sample (AcqKnowledge)
    const perSample = /^\s*(\d+(?:\.\d+)?)\s*(m|u|µ|μ)?sec\/sample/i.exec(line);
    if (perSample)
      return plausible(
        (perSample[2] === undefined ? 1 : /m/i.test(perSample[2]) ? 1e3 : 1e6) / Number(perSample[1]),
      );
    for (const [words, rateOf] of patterns) {
      const found = words.exec(line);
      if (!found) continue;
      const [, value = '', unit = ''] = number.exec(line.slice(found.index + found[0].length)) ?? [];
      const rate = value === '' ? undefined : plausible(rateOf(Number(value.replace(',', '.')), unit));
      if (rate !== undefined) return rate;
    }
  }
  return undefined;
}

function plausible(rate: number): number | undefined {
  return rate >= 20 && rate <= 100_000 ? Number(rate.toPrecision(12)) : undefined;
}
