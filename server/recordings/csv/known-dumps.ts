import { quantityOf } from '../column-name.js';

/** Names of columns. */
export interface Names {
  readonly names: readonly string[];
  readonly units?: readonly string[];
  /** Whether they stand in a row of their own, right above the samples. */
  readonly isHeader: boolean;
}

/**
 * Names that programs write elsewhere than above their columns: LabChart (`ChannelTitle=`, with units in `UnitName=` or
 * `Range=`) and OpenBCI before its version 5 (number of channels, then acceleration and times). Undefined for others.
 */
export function namesOfDump(preamble: readonly string[], columns: number): Names | undefined {
  return labChart(preamble, columns) ?? openBci(preamble, columns);
}

function labChart(preamble: readonly string[], columns: number): Names | undefined {
  const cellsOf = (key: string): string[] | undefined =>
    preamble
      .find((line) => line.startsWith(`${key}=`))
      ?.split('\t')
      .slice(1)
      .map((cell) => cell.trim());
  const titles = cellsOf('ChannelTitle')?.slice(0, columns - 1);
  if (!titles || titles.length !== columns - 1) return undefined;
  const units = (cellsOf('UnitName') ?? cellsOf('Range'))?.map((cell) => cell.replace(/^[\d.,\s-]+/, ''));
  return {
    names: ['time_s', ...titles],
    ...(units && { units: ['', ...units.map((unit) => (quantityOf(unit) ? unit : ''))] }),
    isHeader: false,
  };
}

function openBci(preamble: readonly string[], columns: number): Names | undefined {
  const said = (pattern: RegExp): string | undefined =>
    preamble.map((line) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
  const channels = Number(said(/^%\s*Number of channels\s*=\s*(\d{1,3})/i));
  if (said(/^%\s*First Column = (SampleIndex)/i) === undefined || !(channels < columns)) return undefined;
  const electrodes = Array.from({ length: channels }, (_, c) => `EXG Channel ${c}`);
  const rest = columns - 1 - channels;
  const ends = said(/^%\s*Last Column = (Timestamp)/i) !== undefined && rest > 0 ? ['Timestamp'] : [];
  const between = Array.from({ length: rest - ends.length }, (_, i) => `Other ${i}`);
  return { names: ['Sample Index', ...electrodes, ...between, ...ends], isHeader: false };
}
