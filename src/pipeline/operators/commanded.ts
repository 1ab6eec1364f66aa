import type { OperatorFunction } from 'rxjs';
import type { Decision } from '../../decoder/decision.js';
import { commandOf, type Command, type CommandSpec } from '../../decoder/prosthesis/command.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Turn decisions into commands for the prosthesis.
 * @param spec its `classMap` says what classes mean whose names are not movements, its `vocabulary` which movements
 * there are beside those that all scenarios know
 * @example decisions$.pipe(commanded(scenario.prosthesis))
 */
export function commanded(spec: Live<CommandSpec> = { classMap: {} }): OperatorFunction<Decision, Command> {
  return stateful(settingsOf(spec, read), (chosen) => ({
    push: (decision: Decision, emit: (command: Command) => void) => emit(commandOf(decision, chosen)),
  }));
}

function read(given: CommandSpec): CommandSpec {
  if (typeof given === 'object' && given !== null && 'classMap' in given) return given;
  throw unusable('commanded', given, 'a prosthesis with its classMap', 'commanded(scenario.prosthesis)');
}
