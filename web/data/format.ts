import type { Vocabulary } from '../../src/ground/movement/vocabulary.js';

/** `hand-close` → `Hand close`; names the vocabulary does not know are made readable. */
export function movementName(id: string, vocabulary: Vocabulary): string {
  return vocabulary.of(id)?.name ?? readable(id);
}

const acronyms: Readonly<Record<string, string>> = {
  ecg: 'ECG',
  emg: 'EMG',
  adc: 'ADC',
  lda: 'LDA',
  ac: 'AC',
  sd: 'SD',
  cv: 'CV',
};

/** `fatThicknessMm` → `Fat thickness`: words of a field's name without its unit, which is shown beside it. */
export function fieldLabel(key: string): string {
  const stem = key.replace(
    /(?<=[a-z0-9])(Mm|Mm2|Ms|Uv|Mv|Hz|Deg|DegPerS|DegPerS2|DbPerOctave|Db|Kohm|Mohm|PercentPerS|PercentPerS2|Percent|MPerS|SPerM|Bits|Bpm|Ppm|Min|Years|S)$/u,
    '',
  );
  const words = stem
    .replace(/PerMin$/u, 'PerMinute')
    .replace(/(?<=[a-z])Per$/u, 'PerMinute')
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .replace(/[-_]/gu, ' ')
    .toLowerCase()
    .split(' ');
  // A single word names the thing; which of its sizes it is must be told.
  const size = words.length === 1 && sizes.find(([end]) => key.endsWith(end));
  if (size) words.push(size[1]);
  const text = words.map((word) => acronyms[word] ?? word).join(' ');
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/^Co (?=contraction)/u, 'Co-');
}

const sizes: readonly (readonly [unit: string, name: string])[] = [
  ['Hz', 'frequency'],
  ['ohm', 'impedance'],
  ['SPerM', 'conductivity'],
];

/** First letter large, separators and humps as spaces. */
export function readable(id: string): string {
  const words = id
    .replace(/[-_]/gu, ' ')
    .replace(/(?<=[a-z])[A-Z](?=[a-z])/gu, (hump) => ` ${hump.toLowerCase()}`)
    .replace(/^co (?=contraction)/u, 'co-');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number with as many digits as it deserves; a dash where there is none. */
export function short(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return value.toFixed(size >= 0.1 || size === 0 ? 2 : 4);
}

export const percent = (share: number | null): string =>
  share !== null && Number.isFinite(share)
    ? `${(100 * share).toFixed(share < 0.9995 && share >= 0.0005 && (share > 0.99 || share < 0.1) ? 1 : 0)} %`
    : '–';
