import type { UnreadFile } from './list-files.js';

const EXAMPLES = 3;

/** One sentence on all files that were not read, by reason: `3 files were not read: 2 no recording (a.md, b.png); …`. */
export function unreadNote(unread: readonly UnreadFile[]): string | undefined {
  if (unread.length === 0) return undefined;
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of unread) byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  const reasons = [...byReason].map(([reason, paths]) => {
    const more = paths.length > EXAMPLES ? ', …' : '';
    return `${paths.length} ${reason} (${paths.slice(0, EXAMPLES).join(', ')}${more})`;
  });
  return `${unread.length} ${unread.length === 1 ? 'file was' : 'files were'} not read: ${reasons.join('; ')}.`;
}
