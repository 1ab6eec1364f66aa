import { defer, map, type OperatorFunction } from 'rxjs';
import type { Command } from '../../decoder/prosthesis/command.js';
import type { JointState, Prosthesis } from '../../decoder/prosthesis/prosthesis.js';

/** Let a prosthesis obey commands for the time that passes between them, by sample count. */
export function actuated(
  prosthesis: Prosthesis,
  sampleRateHz: number,
): OperatorFunction<Command, JointState> {
  return (source) =>
    defer(() => {
      let last: number | undefined;
      return source.pipe(
        map((command) => {
          const seconds = last === undefined ? 0 : (command.index - last) / sampleRateHz;
          last = command.index;
          return prosthesis.step(command, seconds);
        }),
      );
    });
}
