const NAME = 'presenter';

/** The meeting place that the address of a presenter's window names; undefined where it is a page as others. */
export function presenterIn(address: string): string | undefined {
  return new URL(address).searchParams.get(NAME) || undefined;
}

/** Address of a presenter's window beside a page. */
export function presenterAddress(page: string, id: string): string {
  const url = new URL(page);
  url.search = '';
  url.hash = '';
  url.searchParams.set(NAME, id);
  return url.href;
}
