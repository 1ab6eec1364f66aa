import type { RequestHandler } from 'express';
import { addressKey } from '../access/address-key.js';
import { AddressRates } from '../access/address-rates.js';
import { HttpError } from './http-error.js';

/** Whether a request only reads, as its method promises. */
export function onlyReads(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * Refuses what comes from one address faster than anybody needs: a class behind one address that loads the page at once
 * passes. What changes something is bounded as messages of a WebSocket are.
 * @param now milliseconds on a clock that never goes back
 */
export function requestRate(now: () => number = () => performance.now()): RequestHandler {
  const reads = new AddressRates(500, 3000);
  const changes = new AddressRates(60, 120);
  return (request, response, next) => {
    const rates = onlyReads(request.method) ? reads : changes;
    if (rates.take(addressKey(request.socket.remoteAddress), now())) return next();
    response.setHeader('Retry-After', '1');
    next(
      new HttpError(429, 'refused', 'too many requests from this address', {
        hint: 'Wait a second, and send fewer, such as only the last position of a dial.',
      }),
    );
  };
}
