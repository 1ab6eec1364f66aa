import { run } from '../../../server/program.js';

/** What a command wrote and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run the `myodesis` command in this process, with nobody watching. */
export async function runCommand(...argv: string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    interactive: false,
  };
  const code = await run(argv, terminal);
  return { code, out, err };
}
