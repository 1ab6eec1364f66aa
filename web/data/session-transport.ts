import type { ServiceApi } from './service-api.js';
import { isNew, sessionIn, withSession } from './session-link.js';
import { webSocketTransport, type Transport } from './transport.js';

/** Where a page says which session it shows. */
export interface PageAddress {
  /** Its address. */
  read(): string;
  /** Change it, so that reloading and sharing it lead to the same session. */
  write(address: string): void;
}

/**
 * The way to the session that the page's address asks for. Where that is a new one it is made, and the address names it
 * from then on. Before each connection it is asked whether a private session is still there: a WebSocket that is refused
 * does not say why.
 */
export function sessionTransport(api: ServiceApi, address: PageAddress): Transport {
  let inner: Transport | undefined;
  let openings = 0;
  const connect = async (opening: number): Promise<void> => {
    const session = await present(api, address);
    if (opening !== openings) return;
    inner = webSocketTransport(streamOf(address.read(), session));
    inner.onmessage = (data) => transport.onmessage(data);
    inner.onclose = (reason) => transport.onclose(reason);
    inner.open();
  };
  const transport: Transport = {
    onmessage: () => undefined,
    onclose: () => undefined,
    open() {
      const opening = ++openings;
      connect(opening).catch((error: unknown) => {
        if (opening === openings) transport.onclose(error instanceof Error ? error.message : String(error));
      });
    },
    send: (text) => inner?.send(text) ?? false,
    close() {
      openings++;
      inner?.close();
      inner = undefined;
    },
  };
  return transport;
}

/** @throws Error where there is no such session, or none can be made */
async function present(api: ServiceApi, address: PageAddress): Promise<string | undefined> {
  const session = sessionIn(address.read());
  if (session === undefined) return undefined;
  if (!isNew(session)) {
    await api.requireSession(session);
    return session;
  }
  const made = await api.createSession();
  address.write(withSession(address.read(), made).href);
  return made;
}

function streamOf(page: string, session: string | undefined): URL {
  const url = withSession(new URL('stream', page), session);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url;
}
