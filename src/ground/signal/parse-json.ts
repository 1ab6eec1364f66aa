/** Deepest nesting of a message or a scenario; ours come to about 8. */
export const DEEPEST_MESSAGE = 64;
/** Deepest nesting of a file; what walks it does so by recursion, which has room for this much. */
export const DEEPEST_FILE = 1000;

/** What a text holds, or why it cannot be had: a few words to put into an error. */
export type ParsedJson = { readonly value: unknown } | { readonly fault: string; readonly cause?: unknown };

/**
 * Parse JSON from outside. `JSON.parse` itself takes any depth, but whatever then walks the value would run out of
 * stack: text that is nested too deep is told apart before it is parsed.
 * @param deepest lists and objects within one another, such as {@link DEEPEST_MESSAGE}
 */
export function parseJson(text: string, deepest: number): ParsedJson {
  if (isDeeper(text, deepest)) return { fault: `JSON nested more than ${deepest} deep` };
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { fault: 'not valid JSON', cause };
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Whether brackets outside strings go deeper than a number; of a text that is no JSON any answer will do. */
function isDeeper(text: string, deepest: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > deepest) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return false;
}
