import { lessons, type LessonId } from './lessons.js';

const KEY = 'myodesis.lessons';

/** Where progress is kept: the browser's memory, or nothing where that is forbidden. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Which lessons were done in this browser. Nothing of it leaves the browser. */
export class LessonProgress {
  private readonly ids: Set<string>;

  constructor(private readonly kept: Kept | undefined) {
    this.ids = new Set(read(kept?.getItem(KEY)));
  }

  get count(): number {
    return lessons.filter(({ id }) => this.ids.has(id)).length;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  finish(id: LessonId): void {
    this.ids.add(id);
    this.kept?.setItem(KEY, JSON.stringify([...this.ids]));
  }

  reset(): void {
    this.ids.clear();
    this.kept?.removeItem(KEY);
  }
}

function read(text: string | null | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
