import { isTool, type Layout, type PanelId } from './layout.js';

/** Height of a panel in its column: its share of what is left over, and the least that it can be used at, px. */
interface Size {
  readonly share: number;
  readonly least: number;
}

const sizes: Partial<Readonly<Record<PanelId, Size>>> = {
  limb: { share: 1, least: 260 },
  // As high as its buttons need.
  intent: { share: 0, least: 290 },
  signals: { share: 1.1, least: 330 },
  prosthesis: { share: 1.45, least: 300 },
  dials: { share: 1, least: 220 },
};
const tool: Size = { share: 1, least: 260 };
const GAP = 10;
/** Height of the bar that a panel is arranged by, and of the one above all panels, px. */
const BAR = 36;
const BARS = 110;
/** Tracks of the columns of a wide screen: signals in the middle have what the sides leave. */
const tracks = ['minmax(280px, 21%)', 'minmax(0, 1fr)', 'minmax(290px, 22.5%)'] as const;

export const sizeOf = (id: PanelId): Size => sizes[id] ?? tool;

/** Whether a panel needs the whole width where there are two columns. */
export const isBroad = (id: PanelId): boolean => id === 'signals' || id === 'tools' || isTool(id);

/** Least height at which every panel of a wide screen can be used, px; more while they are arranged, as each has a bar. */
export function leastHeight({ columns }: Layout, arranging: boolean): number {
  const more = GAP + (arranging ? BAR : 0);
  const heights = columns.map((ids) => ids.reduce((sum, id) => sum + sizeOf(id).least + more, 0));
  return Math.max(0, ...heights) + (arranging ? BARS : 0);
}

/** Columns of a wide screen that are there: those with panels, or all while panels are arranged. */
export function columnTracks({ columns }: Layout, arranging: boolean): readonly number[] {
  return columns.flatMap((ids, i) => (arranging || ids.length > 0 ? [i] : []));
}

/** The tracks of these columns, for `grid-template-columns`. One of them always takes what is left. */
export function gridTracks(there: readonly number[]): string {
  if (there.includes(1)) return there.map((i) => tracks[i] ?? '').join(' ');
  return there.map(() => 'minmax(0, 1fr)').join(' ');
}
