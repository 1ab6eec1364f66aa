export const viewNames = ['demo', 'lab', 'learn'] as const;
export type ViewName = (typeof viewNames)[number];

export interface Route {
  readonly view: ViewName;
  /** Story step or lesson after the slash. */
  readonly part: string;
}

/** Read the view from an address fragment such as `#learn/fat&p=…`; demo where it says nothing known. */
export function routeOf(hash: string): Route {
  const [path = ''] = hash.replace(/^#/u, '').split('&');
  const [name = '', part = ''] = path.split('/');
  const view = viewNames.find((known) => known === name) ?? 'demo';
  return { view, part };
}
