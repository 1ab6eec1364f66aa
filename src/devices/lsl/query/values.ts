import { isXmlList, type XmlValue } from '../../../ground/signal/xml-text.js';

/** An element of a description. */
export interface Element {
  readonly name: string;
  /** All text within it. */
  readonly text: string;
  readonly children: readonly Element[];
  /** What it lies in; undefined for the document. */
  readonly parent: Element | undefined;
}

/** What an expression comes to. */
export type Value = boolean | number | string | readonly Element[];

/** What an expression is asked at. */
export interface Context {
  readonly element: Element;
  /** Place among its like, from 1, and how many those are. */
  readonly position: number;
  readonly size: number;
  /** Elements that may still be looked at, so that no query can keep everybody waiting. */
  readonly budget: { left: number };
}

/** An expression that can be asked of an element. */
export type Expression = (at: Context) => Value;

/** The document that holds one element and what it holds. */
export function documentOf(name: string, value: XmlValue): Element {
  const children: Element[] = [];
  const top: Element = { name: '', text: '', children, parent: undefined };
  children.push(elementOf(name, value, top));
  return top;
}

function elementOf(name: string, value: XmlValue, parent: Element): Element {
  if (typeof value !== 'object') return { name, text: String(value), children: [], parent };
  const children: Element[] = [];
  const element = { name, children, parent, text: '' };
  for (const [key, entry] of Object.entries(value))
    for (const one of isXmlList(entry) ? entry : [entry]) {
      const child = elementOf(key, one, element);
      children.push(child);
      element.text += child.text;
    }
  return element;
}

/** An element and all within it, in order. */
export function allWithin(element: Element): Element[] {
  return [element, ...element.children.flatMap(allWithin)];
}

const isNodes = (value: Value): value is readonly Element[] => Array.isArray(value);

export function toText(value: Value): string {
  if (!isNodes(value)) return String(value);
  const [first] = value;
  return first ? first.text : '';
}

export function toNumber(value: Value): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  const text = toText(value).trim();
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
}

export function toBoolean(value: Value): boolean {
  if (isNodes(value)) return value.length > 0;
  return typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value !== '' && value !== false;
}

/** How many elements there are; NaN for what is no set of elements. */
export function countOf(value: Value): number {
  return isNodes(value) ? value.length : NaN;
}

/** Sum of the numbers in elements. */
export function sumOf(value: Value): number {
  return isNodes(value) ? value.reduce((sum, element) => sum + toNumber([element]), 0) : NaN;
}

/** Whether two values compare so; sets of elements where any of theirs does (XPath 1.0, 3.4). */
export function compares(left: Value, operator: string, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean')
    return compareOne(toNumber(toBoolean(left)), operator, toNumber(toBoolean(right)));
  if (isNodes(left)) return left.some((element) => compares(ofKind(element, right), operator, right));
  if (isNodes(right)) return right.some((element) => compares(left, operator, ofKind(element, left)));
  const isEquality = operator === '=' || operator === '!=';
  if (isEquality && typeof left === 'string' && typeof right === 'string')
    return (left === right) === (operator === '=');
  return compareOne(toNumber(left), operator, toNumber(right));
}

const ofKind = (element: Element, other: Value): Value =>
  typeof other === 'number' ? toNumber([element]) : element.text;

function compareOne(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}
