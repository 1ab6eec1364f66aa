import { describe, expect, it } from 'vitest';
import { History } from '../../../web/data/history.js';

const change = (field: string, before: number, after: number) => ({ path: [field], before, after });

describe('undo and redo', () => {
  it('takes a drag of one dial as one change', () => {
    let now = 0;
    const history = new History(() => now);
    for (const [before, after] of [
      [1, 2],
      [2, 3],
      [3, 4],
    ]) {
      history.record(change('fat', before, after));
      now += 100;
    }
    expect(history.undo()).toEqual(change('fat', 4, 1));
    expect(history.canUndo).toBe(false);
    expect(history.redo()).toMatchObject(change('fat', 1, 4));
  });

  it('parts changes of other dials, and of one dial after a pause', () => {
    let now = 0;
    const history = new History(() => now);
    history.record(change('fat', 1, 2));
    history.record(change('noise', 5, 6));
    now = 5000;
    history.record(change('noise', 6, 7));
    expect(history.undo()?.after).toBe(6);
    expect(history.undo()?.after).toBe(5);
    expect(history.undo()?.after).toBe(1);
    expect(history.undo()).toBeUndefined();
  });

  it('forgets what was undone once a dial is turned again', () => {
    const history = new History(() => 0);
    history.record(change('fat', 1, 2));
    history.undo();
    history.record(change('noise', 1, 2));
    expect(history.canRedo).toBe(false);
  });
});
