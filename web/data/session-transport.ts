import { ServiceRefusal, type ServiceApi } from './service-api.js';
import { isNew, sessionIn, withSession } from './session-link.js';
import { webSocketTransport, type Transport } from './transport.js';

/** Where a page says which session it shows. */
export interface PageAddress {
  /** Its address. */
  read(): string;
  /** Change it, so that reloading and sharing it lead to the same session. */
  write(address: string): void;
}

/** What a page wants of a session that is made for it. */
export interface SessionOrder {
  /** Whom it begins with, as `ServiceApi.createSession` takes it. */
  wish(): Promise<object>;
  /** Told where the session that the address named had ended, and another one was made. */
  ended(): void;
}

const anybody: SessionOrder = { wish: () => Promise.resolve({}), ended: () => undefined };

/**
 * The way to the session that the page's address asks for. Where that is a new one it is made, and the address names it
 * from then on; so it is where the one it names has ended, as all do with the service. Before each connection it is asked
 * whether a private session is still there: a WebSocket that is refused does not say why.
 */
export function sessionTransport(
  api: ServiceApi,
  address: PageAddress,
  order: SessionOrder = anybody,
): Transport {
  let inner: Transport | undefined;
  let openings = 0;
  const connect = async (opening: number): Promise<void> => {
    const session = await present(api, address, order);
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

/** @throws Error where no session can be had */
async function present(
  api: ServiceApi,
  address: PageAddress,
  order: SessionOrder,
): Promise<string | undefined> {
  const session = sessionIn(address.read());
  if (session === undefined) return undefined;
  const ended = isNew(session) ? undefined : await endOf(session, api);
  if (!isNew(session) && !ended) return session;
  const made = await api.createSession(await order.wish()).catch((error: unknown) => {
    throw ended ?? error;
  });
  address.write(withSession(address.read(), made).href);
  if (ended) order.ended();
  return made;
}

/** Why there is no session of a name any more; undefined where there is one. */
async function endOf(session: string, api: ServiceApi): Promise<Error | undefined> {
  try {
    await api.requireSession(session);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceRefusal && error.status === 404) return error;
    throw error;
  }
}

function streamOf(page: string, session: string | undefined): URL {
  const url = withSession(new URL('stream', page), session);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url;
}
