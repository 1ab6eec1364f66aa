import type { Page } from '../data/page.js';

const pages = new WeakMap<Node, Page>();

/** Give a page to an element and everything in it, shadow trees included. */
export function providePage(element: Node, page: Page): void {
  pages.set(element, page);
}

/**
 * The page that an element belongs to.
 * @throws Error where neither it nor anything around it was given one
 */
export function pageOf(element: Node): Page {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const page = pages.get(at);
    if (page) return page;
  }
  throw new Error(
    `${element.nodeName.toLowerCase()} belongs to no page. Call providePage on an element around it first.`,
  );
}
