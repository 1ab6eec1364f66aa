import { map, type OperatorFunction } from 'rxjs';
import type { Decision } from '../../decoder/decoder.js';
import { commandOf, type Command } from '../../decoder/prosthesis/command.js';
import type { ProsthesisSpec } from '../../decoder/prosthesis/prosthesis-fields.js';

/** Turn decisions into commands for the prosthesis. */
export function commanded(
  classes: readonly string[],
  spec: Pick<ProsthesisSpec, 'classMap'> = { classMap: {} },
): OperatorFunction<Decision, Command> {
  return map((decision) => commandOf(decision, classes, spec));
}
