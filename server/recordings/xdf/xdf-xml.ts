import { StreamError } from '../../../src/ground/signal/errors.js';
import { limits } from '../limits.js';

/** An element of a stream's description. */
export interface XmlElement {
  readonly name: string;
  /** Own text, entities resolved. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  readonly name: string;
  text: string;
  readonly children: XmlElement[];
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  micro: 'µ',
};

/** Character references by number or name; what means nothing stays as it is. */
function resolved(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/**
 * The elements of an XML text, attributes left out: what headers of streams need, in one pass, whatever they hold.
 * @param where file and place, for the error
 * @returns a nameless element that holds the outermost ones
 * @throws StreamError where a tag has no end or no partner, or there are too many
 */
export function parseXml(xml: string, where: string): XmlElement {
  const top: Open = { name: '', text: '', children: [] };
  const path: Open[] = [top];
  const refuse = (what: string): never => {
    throw new StreamError(`${where}: its description ${what}`, {
      hint: 'The file is damaged; export it again.',
    });
  };
  let elements = 0;
  for (let at = 0; at < xml.length;) {
    const current = path.at(-1) ?? top;
    const tag = xml.indexOf('<', at);
    current.text += resolved(xml.slice(at, tag < 0 ? xml.length : tag));
    if (tag < 0) break;
    const skipped = [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
      ['<!', '>'],
    ].find(([opening = '']) => xml.startsWith(opening, tag));
    const [opening = '<', closing = '>'] = skipped ?? [];
    const end = xml.indexOf(closing, tag + opening.length);
    if (end < 0) return refuse(`has a "${opening}" without its "${closing}"`);
    at = end + closing.length;
    const inner = xml.slice(tag + opening.length, end);
    if (skipped) {
      if (opening === '<![CDATA[') current.text += inner;
    } else if (inner.startsWith('/')) {
      const name = inner.slice(1).trim();
      if (current.name !== name || path.length < 2)
        refuse(
          path.some((open) => open.name === name && open !== top)
            ? `never ends <${current.name}>`
            : `ends <${name}>, which is not open`,
        );
      path.pop();
    } else {
      if (++elements > limits.parts) refuse(`holds more than ${limits.parts} elements`);
      const name = /^[^\s/]*/.exec(inner)?.[0] ?? '';
      const element: Open = { name, text: '', children: [] };
      current.children.push(element);
      if (!inner.endsWith('/')) path.push(element);
    }
  }
  if (path.length > 1) refuse(`never ends <${path.at(-1)?.name ?? ''}>`);
  return top;
}

/** Text of the first element at a path of names below an element, without blanks around; empty where there is none. */
export function textAt(element: XmlElement | undefined, ...names: readonly string[]): string {
  let found = element;
  for (const name of names) found = found?.children.find((child) => child.name === name);
  return found?.text.trim() ?? '';
}

/** All elements of a name, however deep, in order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let c = next.children.length - 1; c >= 0; c--) {
      const child = next.children[c];
      if (child) waiting.push(child);
    }
  }
  return found;
}
