import { isLoopback } from '../loopback.js';
import { addressKey } from './address-key.js';

/** Places of a service that says nothing else. */
export const MOST_CLIENTS = 256;

/** Why there is no place: all are taken, or one address has its half of them. */
export type NoPlace = 'all' | 'address';

/**
 * A bounded number of places of which no single address gets more than half, so that nobody can shut out all others. This
 * machine may have them all: a class behind a proxy on it, and many programs of one person, come from one address.
 */
export class Places {
  private taken = 0;
  private readonly byAddress = new Map<string, number>();
  private readonly perAddress: number;

  constructor(readonly total: number) {
    this.perAddress = Math.ceil(total / 2);
  }

  /**
   * Take a place.
   * @param remote the address as the socket has it; undefined where it is gone already
   * @returns how to give it back, once; or why there is none
   */
  take(remote: string | undefined): (() => void) | NoPlace {
    const address = addressKey(remote);
    const own = this.byAddress.get(address) ?? 0;
    if (this.taken >= this.total) return 'all';
    if (own >= this.perAddress && !isLoopback(remote ?? '')) return 'address';
    this.taken++;
    this.byAddress.set(address, own + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.taken--;
      const left = (this.byAddress.get(address) ?? 1) - 1;
      if (left > 0) this.byAddress.set(address, left);
      else this.byAddress.delete(address);
    };
  }
}
