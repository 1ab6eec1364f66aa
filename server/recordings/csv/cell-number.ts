/** Marks the fraction of a number. */
export type DecimalMark = '.' | ',';

const missing = /^\s*[+-]?(?:nan|1\.#(?:qnan|snan|ind|inf)\d*)\s*$/i;
const otherBase = /^\s*0[xbo]/i;
const commaNumber = /^\s*[+-]?\d*(?:,\d+)?(?:e[+-]?\d+)?\s*$/i;

/**
 * The number in a cell; `NaN` marks a missing sample. Undefined for what is no decimal number: nothing, words,
 * infinities, other bases (`0x10`).
 */
export function cellNumber(cell: string, mark: DecimalMark = '.'): number | undefined {
  if (mark === ',' && cell.includes(','))
    return commaNumber.test(cell) ? cellNumber(cell.replace(',', '.')) : undefined;
  const value = Number(cell);
  // An empty cell is 0 to JavaScript, and so is a blank one.
  if (value === 0) return /\d/.test(cell) && !otherBase.test(cell) ? 0 : undefined;
  if (value === value) return Number.isFinite(value) && !otherBase.test(cell) ? value : undefined;
  return missing.test(cell) ? NaN : undefined;
}

/** What stands where nothing was measured, but is no NaN. */
export function isBlank(cell: string): boolean {
  return /^\s*(?:na|n\/a|null|none|-{1,3})?\s*$/i.test(cell);
}

const timeOfDay =
  /^\s*(?:(\d{4})[-/.](\d\d?)[-/.](\d\d?)[T ]\s*)?(\d\d?):(\d\d):(\d\d(?:[.,:]\d+)?)\s*(?:Z|[+-]\d\d:?\d\d)?\s*$/;

/** A clock's stamp: a number, or a time of day with or without a date (`2020-05-17 14:03:22.125`) in seconds. */
export function stampNumber(cell: string, mark: DecimalMark): number | undefined {
  const number = cellNumber(cell, mark);
  if (number !== undefined) return number;
  const found = timeOfDay.exec(cell);
  if (!found) return undefined;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0'] = found;
  const midnight = year === undefined ? 0 : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000;
  return midnight + 3600 * Number(hour) + 60 * Number(minute) + Number(second.replace(/[,:]/, '.'));
}

/** Whether a cell is a stamp in words rather than a number. */
export function isTimeOfDay(cell: string): boolean {
  return timeOfDay.test(cell);
}
