import type { XmlValue } from '../../../ground/signal/xml-text.js';
import { parseQuery } from './parse-query.js';
import { documentOf, toBoolean } from './values.js';

/** Elements that one query may look at: a thousand times what programs ask of a stream of 64 channels. */
const BUDGET = 200_000;

/**
 * Whether a stream is one that a query asks for: an XPath predicate about the elements of its description, such as
 * `type='EMG' and starts-with(name,'Myo')`. Every stream matches an empty one.
 * @param description elements of the full description
 * @throws ProtocolError where the query is none, or uses what is not known here
 */
export function matchesQuery(query: string, description: XmlValue): boolean {
  if (query.trim() === '') return true;
  const [info] = documentOf('info', description).children;
  const expression = parseQuery(query);
  return (
    info !== undefined &&
    toBoolean(expression({ element: info, position: 1, size: 1, budget: { left: BUDGET } }))
  );
}
