import { map, merge, type Observable, type OperatorFunction } from 'rxjs';
import { Actuator, type ActuatedState, type ActuatorSettings } from '../../decoder/prosthesis/actuator.js';
import type { Command } from '../../decoder/prosthesis/command.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Let a prosthesis obey the newest command for the time that passes, by sample count. Other settings are adopted
 * with the next step; the posture stays.
 * @param blocks$ the signal: with it the joints move with every block instead of every command. It is listened to
 * after the commands, so that a shared signal moves them by what came of the same block
 * @throws ConfigError when the range of a joint is empty
 * @example commands$.pipe(actuated({ prosthesis: scenario.prosthesis, joints: 'arm', sampleRateHz: 1000 }))
 */
export function actuated(
  settings: Live<ActuatorSettings>,
  blocks$?: Observable<Pick<SampleBlock, 'index' | 'length'>>,
): OperatorFunction<Command, ActuatedState> {
  const settings$ = settingsOf(settings, read);
  if (!blocks$)
    return stateful(settings$, (chosen, _, former: MovesByCommands | undefined) =>
      adopted(former, chosen, MovesByCommands),
    );
  return (commands$) =>
    merge(commands$.pipe(map((command) => ({ command }))), blocks$.pipe(map((block) => ({ block })))).pipe(
      stateful(settings$, (chosen, _, former: MovesByBlocks | undefined) =>
        adopted(former, chosen, MovesByBlocks),
      ),
    );
}

/** The newest command holds until the next. */
class MovesByCommands extends Actuator {
  private at = NaN;

  push(command: Command, emit: (state: ActuatedState) => void): void {
    const { index } = command;
    emit(this.pass(Number.isNaN(this.at) ? 0 : index - this.at, index));
    this.obey(command);
    this.at = index;
  }
}

class MovesByBlocks extends Actuator {
  push(
    next: { readonly command: Command } | { readonly block: Pick<SampleBlock, 'index' | 'length'> },
    emit: (state: ActuatedState) => void,
  ): void {
    if ('command' in next) this.obey(next.command);
    else emit(this.pass(next.block.length, next.block.index + next.block.length));
  }
}

function adopted<A extends Actuator>(
  former: A | undefined,
  settings: ActuatorSettings,
  type: new (settings: ActuatorSettings) => A,
): A {
  former?.adopt(settings);
  return former ?? new type(settings);
}

function read(given: ActuatorSettings): ActuatorSettings {
  if (typeof given === 'object' && given !== null && 'prosthesis' in given && 'joints' in given) return given;
  throw unusable(
    'actuated',
    given,
    'prosthesis, joints and sampleRateHz',
    "actuated({ prosthesis: scenario.prosthesis, joints: 'arm', sampleRateHz: 1000 })",
  );
}
