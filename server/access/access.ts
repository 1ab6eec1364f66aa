import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../src/protocol/schemas.js';

/** What lets somebody in, as what. */
export type Tokens = Readonly<Record<Role, string>>;

/** A token that nobody guesses: 128 random bits, in letters that a link can carry. */
export function newToken(): string {
  return randomBytes(16).toString('base64url');
}

/** Who may come in. Without tokens everybody may, and as a presenter: for services that only this machine reaches. */
export class Access {
  constructor(readonly tokens?: Tokens) {}

  /**
   * What a token lets its bearer be; undefined where it lets them not in at all. Takes the same time whatever is sent, so
   * that a token cannot be found letter by letter.
   */
  roleOf(token: string | undefined): Role | undefined {
    if (!this.tokens) return 'presenter';
    const sent = digest(token ?? '');
    const presenter = timingSafeEqual(sent, digest(this.tokens.presenter));
    const viewer = timingSafeEqual(sent, digest(this.tokens.viewer));
    return presenter ? 'presenter' : viewer ? 'viewer' : undefined;
  }
}

/** All of one length, whatever the length of the text. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
