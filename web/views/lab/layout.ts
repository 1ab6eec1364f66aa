import { isRecord } from '../../data/is-record.js';

/** Panels that the Lab begins with. */
export const basePanels = ['limb', 'intent', 'signals', 'tools', 'prosthesis', 'dials'] as const;
/** Tools share the panel `tools` as its tabs; each can stand as a panel of its own. */
export const toolIds = [
  'decision',
  'calibration',
  'person',
  'spectrum',
  'features',
  'disturbances',
  'compare',
  'guide',
  'tests',
  'recorder',
  'devices',
  'share',
] as const;
export type ToolId = (typeof toolIds)[number];
export type PanelId = (typeof basePanels)[number] | ToolId;

/** Where panels stand: three columns on a wide screen, one list on others. Both hold the same panels, each once. */
export interface Layout {
  readonly columns: readonly (readonly PanelId[])[];
  readonly list: readonly PanelId[];
}

/** Columns of a wide screen. */
const COLUMNS = 3;

export const defaultLayout: Layout = {
  columns: [
    ['limb', 'intent'],
    ['signals', 'tools'],
    ['prosthesis', 'dials'],
  ],
  list: ['prosthesis', 'intent', 'signals', 'limb', 'tools', 'dials'],
};

/** Where a panel may be moved to: a step in its column or list, or over to the column beside. */
export type Direction = 'left' | 'right' | 'up' | 'down';

const panels: readonly string[] = [...basePanels, ...toolIds];
const isPanel = (name: unknown): name is PanelId => typeof name === 'string' && panels.includes(name);
export const isTool = (name: unknown): name is ToolId =>
  typeof name === 'string' && toolIds.some((tool) => tool === name);

/** Whether a panel stands anywhere. */
export function isShown({ list }: Layout, id: PanelId): boolean {
  return list.includes(id);
}

/** The layout with a panel taken out of it. A tool is then a tab again. */
export function without({ columns, list }: Layout, id: PanelId): Layout {
  const others = (ids: readonly PanelId[]): PanelId[] => ids.filter((one) => one !== id);
  return { columns: columns.map(others), list: others(list) };
}

/** The layout with a panel at a place of a column; where it was before, it is no more. */
export function placed(layout: Layout, id: PanelId, column: number, at: number): Layout {
  const { columns, list } = layout;
  const before = columns[column]?.indexOf(id) ?? -1;
  const to = before >= 0 && before < at ? at - 1 : at;
  const rest = without(layout, id).columns;
  return {
    columns: rest.map((ids, i) => (i === column ? [...ids.slice(0, to), id, ...ids.slice(to)] : ids)),
    list: list.includes(id) ? list : [...list, id],
  };
}

/** The layout with a panel that was hidden: where it stands by default, else where there is most room. */
export function shown(layout: Layout, id: PanelId): Layout {
  if (isShown(layout, id)) return layout;
  const home = defaultLayout.columns.findIndex((ids) => ids.includes(id));
  const lengths = layout.columns.map((ids) => ids.length);
  const column = home >= 0 ? home : lengths.lastIndexOf(Math.min(...lengths));
  return placed(layout, id, column, layout.columns[column]?.length ?? 0);
}

/** The layout with a panel moved by one; the same one where it cannot. */
export function moved(layout: Layout, id: PanelId, direction: Direction, wide: boolean): Layout {
  const step = direction === 'up' || direction === 'left' ? -1 : 1;
  if (!wide) return { ...layout, list: stepped(layout.list, id, step) };
  const column = layout.columns.findIndex((ids) => ids.includes(id));
  const ids = layout.columns[column];
  if (!ids) return layout;
  if (direction === 'up' || direction === 'down')
    return { ...layout, columns: layout.columns.map((one) => (one === ids ? stepped(ids, id, step) : one)) };
  const beside = layout.columns[column + step];
  return beside ? placed(layout, id, column + step, Math.min(beside.length, ids.indexOf(id))) : layout;
}

function stepped(ids: readonly PanelId[], id: PanelId, step: number): readonly PanelId[] {
  const from = ids.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const rest = ids.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** What the browser keeps of the Lab: where panels stand, and which tool is open. */
export interface Kept {
  readonly layout: Layout;
  readonly open: ToolId;
}

/** The Lab as it was left; as it comes where nothing was kept, or what was is damaged. */
export function keptOf(text: string | null | undefined): Kept {
  const kept = parsed(text);
  return {
    layout: layoutOf(kept['columns'], kept['list']) ?? defaultLayout,
    open: isTool(kept['open']) ? kept['open'] : 'decision',
  };
}

/** What is to be kept, as text. */
export function textOf({ layout: { columns, list }, open }: Kept): string {
  return JSON.stringify({ columns, list, open });
}

function parsed(text: string | null | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

// Panels of another version are left out; one that stands in a column only is put at the end of the list.
function layoutOf(columns: unknown, list: unknown): Layout | undefined {
  if (!Array.isArray(columns) || columns.length !== COLUMNS || !columns.every(Array.isArray))
    return undefined;
  const had = new Set<PanelId>();
  const known = columns.map((ids: readonly unknown[]) =>
    ids.filter(isPanel).filter((id) => !had.has(id) && had.add(id)),
  );
  const ordered = Array.isArray(list) ? [...new Set(list.filter(isPanel))].filter((id) => had.has(id)) : [];
  return { columns: known, list: [...ordered, ...[...had].filter((id) => !ordered.includes(id))] };
}
