/** Content of an element: text, or elements within; a list is an element repeated. */
export type XmlValue = string | number | { readonly [name: string]: XmlValue | readonly XmlValue[] };

/** Whether a content stands for an element repeated. */
export const isXmlList = (value: XmlValue | readonly XmlValue[]): value is readonly XmlValue[] =>
  Array.isArray(value);

/**
 * XML of one element, without attributes.
 * @param indented every element on a line of its own, a tab per level, and empty ones as `<a />`: what pugixml writes,
 *   and so what Lab Streaming Layer sends; all on one line otherwise
 */
export function xmlText(name: string, value: XmlValue, indented = false): string {
  return element(name, value, indented ? 0 : undefined);
}

function element(name: string, value: XmlValue | readonly XmlValue[], level: number | undefined): string {
  if (isXmlList(value)) return value.map((entry) => element(name, entry, level)).join('');
  const [indent, end] = level === undefined ? ['', ''] : ['\t'.repeat(level), '\n'];
  if (level !== undefined && isEmpty(value)) return `${indent}<${name} />${end}`;
  if (typeof value !== 'object') return `${indent}<${name}>${escapeXml(String(value))}</${name}>${end}`;
  const within = level === undefined ? undefined : level + 1;
  const inner = Object.entries(value)
    .map(([key, entry]) => element(key, entry, within))
    .join('');
  return `${indent}<${name}>${end}${inner}${indent}</${name}>${end}`;
}

const isEmpty = (value: XmlValue): boolean =>
  value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
