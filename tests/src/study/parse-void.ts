const empty = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', '!doctype']);

/** Tags of an HTML text that are not closed, or closed without having been opened. */
export function parseVoid(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const text = html.replace(/<style>[\s\S]*?<\/style>/g, '');
  for (const [, end, name = '', rest = ''] of text.matchAll(
    /<(\/?)([!a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*\s*\/?)>/gi,
  )) {
    const tag = name.toLowerCase();
    if (end) {
      if (open.pop() !== tag) wrong.push(`</${tag}>`);
    } else if (!rest.endsWith('/') && !empty.has(tag)) open.push(tag);
  }
  const stray =
    text.replace(/<\/?[!a-z][a-z0-9]*(?:\s+[\w-]+(?:="[^"<>]*")?)*\s*\/?>/gi, '').match(/[<>]/g) ?? [];
  return [...wrong, ...open, ...stray];
}
