import type { Command } from 'commander';
import { decoderFields, type DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { parseFields } from '../../src/ground/signal/parse-fields.js';
import { UsageError } from '../errors.js';
import type { DataFlags } from './data-flags.js';
import type { ScenarioFlags } from './options.js';
import { assigned, resolveScenario } from './resolve-scenario.js';

/** What a scenario's flags say of the decoder of a recording. */
export interface DecoderOfData {
  readonly decoder: DecoderSpec;
  readonly notes: readonly string[];
}

const prefix = 'decoder.';

/**
 * The decoder that `--preset`, `--scenario` and `--set decoder.…` mean for a recording.
 *
 * @param base decoder that is changed where neither preset nor scenario gives one
 * @param patch what flags of its own say, over the base; `--set` counts over them
 * @throws ConfigError for fields and values that are not allowed
 */
export async function decoderOfData(
  { preset, scenario, set = [] }: ScenarioFlags,
  base: DecoderSpec,
  patch: Partial<DecoderSpec>,
): Promise<DecoderOfData> {
  const source = preset ?? scenario;
  const given =
    source === undefined
      ? base
      : (await resolveScenario({ ...(preset !== undefined ? { preset } : { scenario: source }) })).decoder;
  const changed = set.reduce<{ decoder: unknown }>((whole, assignment) => assigned(whole, assignment), {
    decoder: { ...given, ...patch },
  });
  return {
    decoder: parseFields(decoderFields, changed.decoder, 'decoder'),
    notes:
      source === undefined
        ? []
        : [`Of ${source} only the decoder is used; body, signal and electrodes are those of the recording.`],
  };
}

/**
 * A recording has its own body: what would change one is refused by name.
 * @param what the flag or argument that gives the recording, such as `--data`
 * @throws UsageError
 */
export function refuseBody({ set = [], seed, person }: ScenarioFlags, what: string): void {
  const flag = seed !== undefined ? '--seed' : person !== undefined ? '--person' : undefined;
  if (flag !== undefined)
    throw new UsageError(`${flag} cannot be used with ${what}: it chooses a simulated person or session`, {
      hint: `Leave out ${flag}, or leave out ${what} to simulate.`,
    });
  for (const assignment of set)
    if (!assignment.trim().startsWith(prefix))
      throw new UsageError(
        `--set ${assignment} cannot be used with ${what}: a recording has a body of its own`,
        { hint: 'Fields of the decoder can be set, such as --set decoder.windowMs=150.' },
      );
}

/** Fields that flags of their own set too. */
const flagOfField = {
  'decoder.features': 'features',
  'decoder.classifier': 'classifier',
  'decoder.windowMs': 'window',
  'decoder.stepMs': 'step',
} as const;

/** @throws UsageError where `--set` and a flag of its own say the same field */
export function refuseTwice(
  set: readonly string[] = [],
  flags: Readonly<Partial<Record<(typeof flagOfField)[keyof typeof flagOfField], unknown>>>,
): void {
  for (const assignment of set)
    for (const [field, flag] of Object.entries(flagOfField))
      if (assignment.split('=')[0]?.trim() === field && flags[flag] !== undefined)
        throw new UsageError(`--set ${assignment} and --${flag} say the same field`, {
          hint: `Give one of them, such as --${flag}.`,
        });
}

/**
 * Refuse flags that only one part of a command reads.
 * @param names of the flags, as the program calls them
 * @throws UsageError naming the first that was given
 */
export function refuseFlags(command: Command, names: readonly string[], why: string, hint: string): void {
  for (const name of names)
    if (command.getOptionValueSource(name) === 'cli') {
      const option = command.options.find((one) => one.attributeName() === name);
      throw new UsageError(`${option?.long ?? name}: ${why}`, { hint });
    }
}

/** Flags of {@link DataFlags}, which only recordings need. */
export const dataFlagNames = [
  'rate',
  'unit',
  'variable',
  'stream',
  'channels',
  'pattern',
  'train',
  'test',
  'classes',
  'rest',
  'leaveOut',
  'trim',
] as const satisfies readonly (keyof DataFlags)[];
