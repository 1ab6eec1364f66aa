import pino from 'pino';
import type { Terminal } from '../cli/output.js';
import type { Log } from '../log.js';

/** How much is logged: each level with those before it. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** The logger of a command, on stderr: a JSON object per line, or a line for people where a person is watching. */
export function createLog(level: LogLevel, { err, interactive }: Terminal): Log {
  const options = {
    level,
    // Neither process nor machine: whoever collects lines of many knows from where they come.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, { write: interactive ? (line) => err(personal(line)) : err });
}

/** Such as `12:00:01.250 info client came session="shared" clients=2`, a stack on lines of its own. */
function personal(line: string): string {
  const { level, time, msg, err, ...facts }: Record<string, unknown> = JSON.parse(line);
  const named = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  const clock = String(time).slice(11, -1);
  return `${clock} ${String(level)} ${String(msg)}${named.join('')}\n${stackOf(err)}`;
}

function stackOf(err: unknown): string {
  return typeof err === 'object' && err !== null && 'stack' in err ? `${String(err.stack)}\n` : '';
}
