import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Content from here only. */
const own = ["'self'"];

/**
 * Headers that keep a browser from doing more with our answers than we mean: Helmet's, and a policy of what the page may
 * load. No inline script or style: whatever gets into the page as text stays text. TLS is the business of a proxy before us,
 * and so are the headers that insist on it.
 */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: own,
      // The kernel that adds templates is WebAssembly.
      scriptSrc: [...own, "'wasm-unsafe-eval'"],
      styleSrc: own,
      imgSrc: [...own, 'data:'],
      connectSrc: [...own, ownWebSocket],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: own,
      frameAncestors: own,
    },
  },
  strictTransportSecurity: false,
});

/**
 * The WebSocket of the host that is asked, for browsers to which 'self' is HTTP only. What is no host name goes nowhere: the
 * header was checked, but it must not be able to say anything else in a policy.
 */
function ownWebSocket({ headers: { host = '' } }: IncomingMessage): string {
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
