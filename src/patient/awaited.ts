import { StreamError } from '../ground/signal/errors.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Ticket } from './living/state.js';

interface Waiting {
  readonly answer: (message: ServerMessage) => void;
  readonly refuse: (error: unknown) => void;
}

/** A change that was taken, and what it is answered once nothing is under way any more. */
interface Change extends Waiting {
  reply?: ServerMessage;
}

/**
 * Who waits for what comes of a request: of a training by its ticket, of any other change until it is in force. Some
 * faults show only in the signal, such as an amplifier that swallows it whole, so that what was taken may fail yet.
 */
export class Awaited {
  private readonly trainings = new Map<Ticket, Waiting>();
  private readonly changes = new Set<Change>();

  /** Answered when the training of this ticket is over; never, without one. */
  training(ticket: Ticket | undefined): Promise<ServerMessage> {
    return new Promise((answer, refuse) => {
      if (ticket !== undefined) this.trainings.set(ticket, { answer, refuse });
    });
  }

  trained(ticket: Ticket, text: string): void {
    this.trainings.get(ticket)?.answer({ op: 'ok', of: 'trainRecorded', text });
    this.trainings.delete(ticket);
  }

  refuse(ticket: Ticket, error: unknown): void {
    this.trainings.get(ticket)?.refuse(error);
    this.trainings.delete(ticket);
  }

  /**
   * Take a change, and answer when it is in force.
   * @param take takes it, and throws where it is refused at once
   * @param settled whether nothing is under way
   */
  change(take: () => ServerMessage, settled: () => boolean): Promise<ServerMessage> {
    return new Promise((answer, refuse) => {
      const change: Change = { answer, refuse };
      this.changes.add(change);
      try {
        change.reply = take();
      } catch (error) {
        this.changes.delete(change);
        refuse(error);
      }
      if (settled()) this.settled();
    });
  }

  /** Nothing is under way any more: every change that was taken is in force. */
  settled(): void {
    for (const change of this.changes)
      if (change.reply) {
        change.answer(change.reply);
        this.changes.delete(change);
      }
  }

  /** Something that was under way has failed. */
  failed(error: unknown): void {
    for (const { refuse } of this.changes) refuse(error);
    this.changes.clear();
  }

  /** Nothing will come of anything. */
  close(): void {
    const gone = new StreamError('the patient is gone', { hint: 'Connect again.' });
    this.failed(gone);
    for (const ticket of [...this.trainings.keys()]) this.refuse(ticket, gone);
  }
}
