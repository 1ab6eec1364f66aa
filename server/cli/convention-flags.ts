import { InvalidArgumentError, Option, type Command } from 'commander';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { UV } from '../../src/ground/signal/units.js';

/** The flags that say how features are counted and what models are given. */
export interface ConventionFlags {
  /** A number is an amplitude in the unit of the file. */
  readonly thresholds?: 'libemg' | 'rest' | number;
  readonly standardize?: boolean;
}

/** The flag of what ZC, SSC and WAMP count. */
export function thresholdsOption(): Option {
  return new Option(
    '--thresholds <how>',
    'ZC, SSC, WAMP: libemg counts as LibEMG, whose published numbers it repeats; rest counts every crossing and turn, and steps above 3 × the noise of rest (decoder.thresholdRestMultiple and wampRestMultiple say otherwise); a number counts above it, in the unit of the file (µV for a simulated person)',
  ).argParser(thresholdsArgument);
}

/** Add the flags of the convention; what is not given stays LibEMG's on recordings, and a simulated person's own. */
export function addConventionOptions(command: Command): Command {
  return command
    .addOption(thresholdsOption())
    .option(
      '--standardize',
      'put features on the same footing first: distances (knn) and naive Bayes need it where units differ; LibEMG does not',
    )
    .option('--no-standardize', 'give models raw features, also of a simulated person');
}

/**
 * What the flags change of a decoder.
 * @param unitVolts volts per number of the file
 */
export function conventionOf(
  { thresholds, standardize }: ConventionFlags,
  unitVolts = UV,
): Partial<Pick<DecoderSpec, 'thresholds' | 'thresholdUv' | 'standardize'>> {
  return {
    ...(typeof thresholds === 'string' && { thresholds }),
    ...(typeof thresholds === 'number' && {
      thresholds: 'fixed' as const,
      thresholdUv: (thresholds * unitVolts) / UV,
    }),
    ...(standardize !== undefined && { standardize }),
  };
}

function thresholdsArgument(text: string): 'libemg' | 'rest' | number {
  if (text === 'libemg' || text === 'rest') return text;
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value < Infinity))
    throw new InvalidArgumentError('Expected libemg, rest, or an amplitude such as 5.');
  return value;
}
