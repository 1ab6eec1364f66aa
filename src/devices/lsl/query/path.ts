import { ProtocolError } from '../../../ground/signal/errors.js';
import { allWithin, toBoolean, type Context, type Element, type Expression } from './values.js';

/** One step of a path. */
export interface Step {
  /** Name of elements, `*`, `.`, `..`, `text` for `text()`, or `@` for an attribute. */
  readonly name: string;
  /** Whether it was led by `//`. */
  readonly isDeep: boolean;
  readonly conditions: readonly Expression[];
}

/** The elements that a path leads to, from the document or from where it is asked. */
export function pathFrom(start: 'document' | 'here', steps: readonly Step[]): Expression {
  return (at) => {
    let found: readonly Element[] = [start === 'here' ? at.element : documentAround(at.element)];
    steps.forEach((step, n) => {
      const isFirst = start === 'here' && n === 0;
      found = [...new Set(found.flatMap((from) => stepped(from, step, isFirst, at)))];
    });
    return found;
  };
}

function documentAround(element: Element): Element {
  return element.parent ? documentAround(element.parent) : element;
}

function stepped(
  from: Element,
  { name, isDeep, conditions }: Step,
  isFirst: boolean,
  { budget }: Context,
): readonly Element[] {
  const origins = isDeep ? allWithin(from) : [from];
  return origins.flatMap((origin) => {
    budget.left -= 1 + origin.children.length;
    if (budget.left < 0)
      throw new ProtocolError('query: looks at too many elements', { hint: 'Ask for less at once.' });
    let found = taken(origin, name, isFirst && !isDeep);
    for (const condition of conditions)
      found = found.filter((element, i) => {
        const holds = condition({ element, position: i + 1, size: found.length, budget });
        return typeof holds === 'number' ? holds === i + 1 : toBoolean(holds);
      });
    return found;
  });
}

function taken(origin: Element, name: string, isFirst: boolean): readonly Element[] {
  if (name === '.') return [origin];
  if (name === '..') return origin.parent ? [origin.parent] : [];
  if (name === 'text') return origin.children.length > 0 ? [] : [origin];
  // liblsl's documentation asks for count(info/desc/channel), though queries are asked at info itself.
  if (isFirst && origin.name === name && origin.parent && !origin.parent.parent) return [origin];
  return origin.children.filter((child) => name === '*' || child.name === name);
}
