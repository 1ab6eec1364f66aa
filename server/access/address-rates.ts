import { RateLimit } from './rate-limit.js';

/** Addresses that are remembered; beyond it those heard of longest ago are forgotten, and begin anew. */
const REMEMBERED = 4096;

/** A rate limit for each address. */
export class AddressRates {
  private readonly limits = new Map<string, RateLimit>();

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  /**
   * Whether one more from an address may pass now.
   * @param address as `addressKey` gives it
   * @param nowMs milliseconds on any clock that never goes back
   */
  take(address: string, nowMs: number): boolean {
    const limit = this.limits.get(address) ?? new RateLimit(this.perSecond, this.burst);
    this.limits.delete(address);
    this.limits.set(address, limit);
    if (this.limits.size > REMEMBERED) this.forgetOldest();
    return limit.take(nowMs);
  }

  private forgetOldest(): void {
    const { value } = this.limits.keys().next();
    if (value !== undefined) this.limits.delete(value);
  }
}
