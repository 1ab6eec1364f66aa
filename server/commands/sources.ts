import { Command } from 'commander';
import { ConfigError } from '../../src/ground/signal/errors.js';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { sources, type SourceId } from '../../src/ground/sources/index.js';
import type { CommandContext } from '../cli/context.js';

const ids = Object.keys(sources) as SourceId[];

/** `myodesis sources`: where the numbers come from, or what one source found. */
export function sourcesCommand({ terminal }: CommandContext): Command {
  return new Command('sources')
    .description('Where the numbers come from, and how each source is known; or what one of them found.')
    .argument('[id]', 'source to show whole')
    .addHelpText(
      'after',
      `
How a source is known: read, abstract, data (computed from a public set), or memory, which shows as an assumption.

Examples:
  myodesis sources
  myodesis sources kuiken-2003`,
    )
    .action((asked: string | undefined, flags: { json?: boolean }) => {
      const id = asked === undefined ? undefined : known(asked);
      if (flags.json) terminal.out(`${JSON.stringify(id === undefined ? sources : sources[id], null, 2)}\n`);
      else terminal.out(id === undefined ? listed() : shown(id));
    });
}

function known(asked: string): SourceId {
  const id = ids.find((candidate) => candidate === asked);
  if (id !== undefined) return id;
  const guess = closest(asked, ids);
  throw new ConfigError(`unknown source "${asked}"`, {
    hint: guess === undefined ? 'See "myodesis sources" for all of them.' : `Did you mean ${guess}?`,
  });
}

function listed(): string {
  const width = Math.max(...ids.map((id) => id.length));
  return ids
    .map((id) => `${id.padEnd(width)}  ${sources[id].state.padEnd(8)}  ${sources[id].reference}\n`)
    .join('');
}

function shown(id: SourceId): string {
  const { reference, doi, pmid, state, findings } = sources[id];
  const lines = [reference];
  if (doi !== undefined) lines.push(`https://doi.org/${doi}`);
  if (pmid !== undefined) lines.push(`https://pubmed.ncbi.nlm.nih.gov/${pmid}/`);
  for (const { says, of, n } of findings)
    lines.push(`- ${says}${of === undefined ? '' : ` (of ${of})`}; n: ${n}`);
  return `${lines.join('\n')}\nknown from: ${state}\n`;
}
