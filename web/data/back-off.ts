/**
 * Milliseconds to wait before reconnection attempt `attempt` (0 = first): doubles from 300 ms to 8 s, with
 * `spread` (0 … 1) taking off up to a third so that many pages do not return at the same instant.
 */
export function backOffMs(attempt: number, spread = 0): number {
  const full = Math.min(8000, 300 * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - spread / 3));
}
