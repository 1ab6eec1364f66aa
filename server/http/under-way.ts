import type { Server } from 'node:http';

/** The requests of an HTTP server that are being answered, so that it can stop without leaving any unanswered. */
export class UnderWay {
  private count = 0;
  private waiting: (() => void)[] = [];

  constructor(server: Server) {
    server.on('request', (_request, response) => {
      this.count++;
      response.once('close', () => {
        if (--this.count > 0) return;
        for (const resolve of this.waiting) resolve();
        this.waiting = [];
      });
    });
  }

  /** Settles when none is left, or after so many milliseconds. */
  async done(mostMs: number): Promise<void> {
    if (this.count === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, mostMs);
      this.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
