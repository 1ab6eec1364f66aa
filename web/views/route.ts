export const viewNames = ['demo', 'lab', 'learn'] as const;
export type ViewName = (typeof viewNames)[number];

export interface Route {
  readonly view: ViewName;
  /** Story step, scene of the operation (`scenes/stem`) or lesson after the first slash. */
  readonly part: string;
}

/** Read the view from an address fragment such as `#learn/fat&p=…`; demo where it says nothing known. */
export function routeOf(hash: string): Route {
  const [path = ''] = hash.replace(/^#/u, '').split('&');
  const [name = '', ...parts] = path.split('/');
  const view = viewNames.find((known) => known === name) ?? 'demo';
  return { view, part: parts.join('/') };
}
