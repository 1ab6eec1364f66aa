const KEY = 'myodesis.presenting';

/** What outlives a reload of the wall: where the windows meet, and since when is presented. */
export interface Presentation {
  readonly id: string;
  readonly began: number;
}

/** A presentation that begins now. */
export function newPresentation(): Presentation {
  return { id: crypto.getRandomValues(new Uint32Array(2)).join('-'), began: Date.now() };
}

/** The presentation that was under way before the page was loaded anew. */
export function keptPresentation(): Presentation | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('began' in kept)) return undefined;
    const { id, began } = kept;
    return typeof id === 'string' && typeof began === 'number' ? { id, began } : undefined;
  } catch {
    return undefined; // Forbidden, or somebody else's.
  }
}

/** Keep it over a reload of this window. */
export function keep(kept: Presentation): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Forbidden: a reload then begins another presentation.
  }
}
