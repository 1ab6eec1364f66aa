import type { TemplateBank } from '../body/conductor/template-bank.js';
import type { Synthesizer } from '../body/synthesis/synthesizer.js';
import type { Workshop } from './ports.js';

/**
 * Keeps a running synthesizer's templates fitting its body: derives new ones in a worker whenever they are
 * stale, one derivation at a time. What changes meanwhile is caught by the next one, so the newest body wins
 * and a dial that is dragged never queues up work.
 */
export class TemplateKeeper {
  /** The bank in use. */
  bank: TemplateBank;
  private deriving = false;
  private again = false;
  private readonly closing = new AbortController();
  /** After a failure nothing is tried until the body changes. */
  private broken = false;

  constructor(
    private readonly synthesizer: Synthesizer,
    bank: TemplateBank,
    private readonly workshop: Workshop,
    private readonly adopted: () => void,
    private readonly failed: (error: unknown) => void,
  ) {
    this.bank = bank;
  }

  /** Whether the bank in use fits the body as it is now. */
  get fresh(): boolean {
    return !this.synthesizer.templatesStale && !this.deriving;
  }

  /** The body has changed. */
  refresh(): void {
    this.again = true;
    this.broken = false;
    if (!this.deriving) void this.derive();
  }

  /** Look whether the body has tired enough for new templates. */
  check(): void {
    if (this.synthesizer.templatesStale && !this.deriving && !this.broken) void this.derive();
  }

  close(): void {
    this.closing.abort();
  }

  private async derive(): Promise<void> {
    this.deriving = true;
    try {
      do {
        this.again = false;
        const bank = await this.workshop.derive(this.synthesizer.templateRequest(), this.closing.signal);
        if (this.closing.signal.aborted) return;
        this.synthesizer.adoptTemplates(bank);
        this.bank = bank;
        this.adopted();
      } while (this.again);
    } catch (error) {
      this.broken = true;
      if (!this.closing.signal.aborted) this.failed(error);
    } finally {
      this.deriving = false;
    }
  }
}
