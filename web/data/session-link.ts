/** What an address says in place of a name, where a new session is wanted. */
const NEW = 'new';

/** Which session the address of a page asks for: `undefined` the shared one, `'new'` one that is still to be made. */
export function sessionIn(address: string | URL): string | undefined {
  return new URL(address).searchParams.get('session') ?? undefined;
}

/** Whether the session is still to be made. */
export function isNew(session: string | undefined): boolean {
  return session === NEW;
}

/** The same address for a session; for the shared one where none is named. */
export function withSession(address: string | URL, session: string | undefined): URL {
  const url = new URL(address);
  if (session === undefined) url.searchParams.delete('session');
  else url.searchParams.set('session', session);
  return url;
}

/** The same address for a session of one's own, made when it is opened. */
export function withNewSession(address: string | URL): URL {
  return withSession(address, NEW);
}
