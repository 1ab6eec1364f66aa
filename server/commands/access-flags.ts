import { InvalidArgumentError, Option, type Command } from 'commander';
import { Access, newToken } from '../access/access.js';
import type { Links } from '../access/links.js';
import { qrText } from '../access/qr-text.js';
import { UsageError } from '../errors.js';
import { isLoopback } from '../loopback.js';
import type { Terminal } from '../cli/output.js';

/** The flags that say who may come in. */
export interface AccessFlags {
  readonly host: string;
  readonly presenterToken?: string;
  readonly viewerToken?: string;
  readonly allowHost?: readonly string[];
}

/** Add the flags of {@link AccessFlags}. */
export function addAccessOptions(command: Command): Command {
  return command
    .option(
      '--host <address>',
      'address to listen on; any other than 127.0.0.1 lets other machines in, by tokens',
      '127.0.0.1',
    )
    .addOption(
      new Option('--presenter-token <token>', 'token of those who may change things (default: a new one)')
        .env('MYODESIS_PRESENTER_TOKEN')
        .argParser(tokenArgument),
    )
    .addOption(
      new Option('--viewer-token <token>', 'token of those who may only look (default: a new one)')
        .env('MYODESIS_VIEWER_TOKEN')
        .argParser(tokenArgument),
    );
}

/** Parser of a token: long enough not to be guessed, in letters that a link and a header can carry. */
function tokenArgument(text: string): string {
  if (!/^[\w.~-]{16,200}$/.test(text))
    throw new InvalidArgumentError(
      'Expected 16 to 200 letters, digits, "-", "_", "." or "~"; leave it away and one is made.',
    );
  return text;
}

/**
 * Who may come in: everybody where only this machine reaches the service and no token is given, otherwise who has one.
 * @throws UsageError where both roles have the same token
 */
export function accessOf({ host, presenterToken, viewerToken }: AccessFlags): Access {
  if (isLoopback(host) && presenterToken === undefined && viewerToken === undefined) return new Access();
  const presenter = presenterToken ?? newToken();
  const viewer = viewerToken ?? newToken();
  if (presenter === viewer)
    throw new UsageError('--viewer-token: is the token of presenters', {
      hint: 'Leave --viewer-token away, and one is made.',
    });
  return new Access({ presenter, viewer });
}

/** Tell where the service is and what lets in; a phone reads its link from the code. */
export function tellLinks(
  { addresses, byRole }: Links,
  flags: AccessFlags,
  json: boolean,
  terminal: Terminal,
): void {
  const [address, ...others] = addresses;
  if (json) terminal.out(`${JSON.stringify({ address, ...(byRole && { links: byRole }) })}\n`);
  else {
    terminal.out(`Myodesis is at ${address}\n`);
    if (others.length > 0) terminal.out(`also at ${others.join(', ')}\n`);
    if (byRole) {
      terminal.out(`\nviewers, who may only look: ${byRole.viewer}\n${qrText(byRole.viewer)}`);
      terminal.out(`\npresenters, who may change things: ${byRole.presenter}\n${qrText(byRole.presenter)}`);
    }
  }
  if (!isLoopback(flags.host))
    terminal.err(
      'note: other machines reach this service, and what is sent is not encrypted: for any network but your own, put a proxy with TLS before it\n',
    );
  else if (flags.allowHost && !byRole)
    terminal.err(
      'note: whoever reaches the service through a proxy may change things: give --presenter-token to keep them out\n',
    );
}
