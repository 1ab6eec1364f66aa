/** What a line of the log says beside its text: `err` is told with its stack. Never a token, never a body. */
export type LogFacts = Readonly<Record<string, unknown>>;

type Write = (facts: LogFacts, text: string) => void;

/** Where a service tells those who run it what happens; what people at the terminal must know is a note instead. */
export interface Log {
  /** Of defects. */
  readonly error: Write;
  /** Of what is lost, late or refused a person. */
  readonly warn: Write;
  /** Of who and what comes and goes. */
  readonly info: Write;
  readonly debug: Write;
}

const nothing = (): void => undefined;

/** Tells nobody. */
export const silentLog: Log = { error: nothing, warn: nothing, info: nothing, debug: nothing };
