import { describe, expect, it } from 'vitest';
import { dropPlace } from '../../../../web/views/lab/drop-place.js';
import {
  basePanels,
  defaultLayout,
  isShown,
  keptOf,
  moved,
  placed,
  shown,
  textOf,
  without,
  type Layout,
} from '../../../../web/views/lab/layout.js';
import { columnTracks, gridTracks, leastHeight } from '../../../../web/views/lab/panel-sizes.js';

const all = ({ columns }: Layout): string[] => columns.flat().sort();

describe('the layout of the Lab', () => {
  it('begins with every panel, in columns and in the list', () => {
    expect(all(defaultLayout)).toEqual([...basePanels].sort());
    expect([...defaultLayout.list].sort()).toEqual([...basePanels].sort());
  });

  it('moves a panel within its column and over to the next', () => {
    expect(moved(defaultLayout, 'tools', 'up', true).columns[1]).toEqual(['tools', 'signals']);
    const over = moved(defaultLayout, 'tools', 'right', true);
    expect(over.columns).toEqual([['limb', 'intent'], ['signals'], ['prosthesis', 'tools', 'dials']]);
    expect(over.list).toEqual(defaultLayout.list);
    expect(moved(defaultLayout, 'limb', 'left', true)).toBe(defaultLayout);
    expect(moved(defaultLayout, 'limb', 'up', true)).toEqual(defaultLayout);
  });

  it('moves a panel in the list of a small screen, and leaves the columns', () => {
    const next = moved(defaultLayout, 'prosthesis', 'down', false);
    expect(next.list.slice(0, 2)).toEqual(['intent', 'prosthesis']);
    expect(next.columns).toBe(defaultLayout.columns);
  });

  it('puts a panel where it is dropped, also further down its own column', () => {
    expect(placed(defaultLayout, 'limb', 0, 2).columns[0]).toEqual(['intent', 'limb']);
    expect(placed(defaultLayout, 'limb', 2, 1).columns).toEqual([
      ['intent'],
      ['signals', 'tools'],
      ['prosthesis', 'limb', 'dials'],
    ]);
  });

  it('hides a panel and brings it back where it was at home; a tool where there is room', () => {
    const hidden = without(defaultLayout, 'prosthesis');
    expect(isShown(hidden, 'prosthesis')).toBe(false);
    expect(all(hidden)).toHaveLength(basePanels.length - 1);
    expect(shown(hidden, 'prosthesis').columns[2]).toEqual(['dials', 'prosthesis']);
    const spectrum = shown(hidden, 'spectrum');
    expect(spectrum.columns[2]).toEqual(['dials', 'spectrum']);
    expect(spectrum.list.at(-1)).toBe('spectrum');
    expect(shown(spectrum, 'spectrum')).toBe(spectrum);
  });

  it('is kept and comes back with the tool that was open', () => {
    const layout = shown(without(defaultLayout, 'dials'), 'features');
    expect(keptOf(textOf({ layout, open: 'spectrum' }))).toEqual({ layout, open: 'spectrum' });
  });

  it.each([
    null,
    '',
    '{',
    '[]',
    '"x"',
    '{"columns":7}',
    '{"columns":[["limb"],["signals"]]}',
    '{"columns":[1,2,3],"open":"nothing"}',
  ])('comes as it is at first where what was kept is damaged: %s', (text) => {
    expect(keptOf(text)).toEqual({ layout: defaultLayout, open: 'decision' });
  });

  it('takes of what was kept each panel that it knows, once', () => {
    const text =
      '{"columns":[["limb","limb","gone"],["signals"],["limb","dials",3]],"list":["dials","tools"]}';
    expect(keptOf(text).layout).toEqual({
      columns: [['limb'], ['signals'], ['dials']],
      list: ['dials', 'limb', 'signals'],
    });
  });
});

describe('sizes of panels', () => {
  it('leave out columns without panels, except while panels are arranged', () => {
    const two = without(without(defaultLayout, 'signals'), 'tools');
    expect(columnTracks(two, false)).toEqual([0, 2]);
    expect(columnTracks(two, true)).toEqual([0, 1, 2]);
    expect(gridTracks([0, 2])).toBe('minmax(0, 1fr) minmax(0, 1fr)');
    expect(gridTracks([1, 2])).toMatch(/1fr.* minmax\(290px/u);
  });

  it('ask for more height where more panels stand in a column', () => {
    const more = shown(shown(defaultLayout, 'spectrum'), 'features');
    expect(leastHeight(more, false)).toBeGreaterThan(leastHeight(defaultLayout, false));
    // What the Lab shows at first fits on a usual screen.
    expect(leastHeight(defaultLayout, false)).toBeLessThanOrEqual(620);
    expect(leastHeight(defaultLayout, true)).toBeGreaterThan(leastHeight(defaultLayout, false));
  });
});

describe('where a panel is dropped', () => {
  const box = (left: number, top: number, bottom: number) => ({ left, right: left + 100, top, bottom });
  const columns = [
    { box: box(0, 0, 400), panels: [box(0, 0, 100), box(0, 110, 300)] },
    { box: box(110, 0, 400), panels: [] },
  ];

  it('is the nearest column, between the panels there', () => {
    expect(dropPlace(columns, 50, 20)).toEqual({ column: 0, at: 0 });
    expect(dropPlace(columns, -30, 60)).toEqual({ column: 0, at: 1 });
    expect(dropPlace(columns, 50, 390)).toEqual({ column: 0, at: 2 });
    expect(dropPlace(columns, 500, 10)).toEqual({ column: 1, at: 0 });
    expect(dropPlace([], 5, 5)).toBeUndefined();
  });
});
