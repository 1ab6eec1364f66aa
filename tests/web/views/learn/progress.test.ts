import { describe, expect, it } from 'vitest';
import { LessonProgress, type Kept } from '../../../../web/views/learn/progress.js';

function memory(): Kept & { text: string | null } {
  return {
    text: null,
    getItem() {
      return this.text;
    },
    setItem(_key, value) {
      this.text = value;
    },
    removeItem() {
      this.text = null;
    },
  };
}

describe('progress through the lessons', () => {
  it('is kept, and forgotten when asked to', () => {
    const kept = memory();
    const progress = new LessonProgress(kept);
    expect(progress.count).toBe(0);
    progress.finish('fat');
    progress.finish('fat');
    expect([progress.count, progress.has('fat'), progress.has('force')]).toEqual([1, true, false]);
    const again = new LessonProgress(kept);
    expect(again.has('fat')).toBe(true);
    again.reset();
    expect(new LessonProgress(kept).count).toBe(0);
  });

  it('does without a memory, and with one that holds something else', () => {
    const without = new LessonProgress(undefined);
    without.finish('fat');
    expect(without.count).toBe(1);
    for (const text of ['{', '7', '["no-lesson", 5]']) {
      const kept = memory();
      kept.text = text;
      expect(new LessonProgress(kept).count).toBe(0);
    }
  });
});
