import { spawnSync } from 'node:child_process';

/**
 * The first of some programs that is there and does what is needed; where there is none, that is said loudly.
 * @param what what is missing then, and how to get it
 * @param tries programs with the arguments of a run that must succeed
 */
export function findProgram(
  what: string,
  tries: readonly (readonly [program: string, ...args: string[]])[],
): string | undefined {
  for (const [program, ...args] of tries)
    if (spawnSync(program, args, { stdio: 'ignore' }).status === 0) return program;
  console.warn(`\n*** NOT TESTED HERE: ${what} ***\n`);
  return undefined;
}
