import { tellable } from '../../ground/signal/tellable.js';
import type { PatientEvent } from './events.js';
import type { Ticket } from './state.js';

/** Lets what a piece of work made take over. */
export type Adopt = () => void;

/** The work that is under way, by ticket. */
export class Bench {
  private readonly open = new Map<Ticket, AbortController>();
  private readonly made = new Map<Ticket, Adopt>();

  /** @param dispatch told of what is done and of what failed; of what was aborted nothing is told */
  constructor(private readonly dispatch: (event: PatientEvent) => void) {}

  /**
   * Begin a piece of work.
   * @param work does it, and makes of the result all that may fail, so that the adoption cannot
   */
  begin(ticket: Ticket, work: (signal: AbortSignal) => Promise<Adopt>): void {
    const abort = new AbortController();
    this.open.set(ticket, abort);
    work(abort.signal).then(
      (adopt) => {
        if (!this.open.delete(ticket)) return;
        this.made.set(ticket, adopt);
        this.dispatch({ type: 'done', ticket });
        this.made.delete(ticket);
      },
      (error: unknown) => {
        if (this.open.delete(ticket)) this.dispatch({ type: 'failed', ticket, error: tellable(error) });
      },
    );
  }

  abort(ticket: Ticket): void {
    this.open.get(ticket)?.abort();
    this.open.delete(ticket);
  }

  /** Let what was made take over. */
  adopt(ticket: Ticket): void {
    this.made.get(ticket)?.();
  }
}
