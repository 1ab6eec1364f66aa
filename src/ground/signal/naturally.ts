/** Order in which people expect names with numbers in them: `S2` before `S10`. */
export const naturally = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
