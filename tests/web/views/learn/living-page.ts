import { interval } from 'rxjs';
import { WorkerThreads } from '../../../../server/workers/worker-threads.js';
import { Patient } from '../../../../src/patient/patient.js';
import { PortListener, type Port } from '../../../../src/patient/port-listener.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { createPage, type Page } from '../../../../web/data/page.js';
import type { Transport } from '../../../../web/data/transport.js';

/** A page with a real patient behind it, who lives much faster than real time: bits do not depend on it. */
export class LivingPage {
  readonly page: Page;
  private readonly workshop = new WorkerThreads();
  private readonly patient: Patient;

  constructor(preset: string) {
    this.patient = new Patient({
      scenario: presetByName(preset),
      workshop: this.workshop,
      recordings: { formats: [], open: () => Promise.reject(new Error('nothing is recorded')) },
      version: '0.0.0',
      clock: () => interval(1),
    });
    let hear: (event: { readonly data: unknown }) => void = () => undefined;
    const transport: Transport = {
      onmessage: () => undefined,
      onclose: () => undefined,
      open: () => {
        const port: Port = {
          addEventListener: (_, listener) => (hear = listener),
          start: () => undefined,
          postMessage: (data) => transport.onmessage(data),
        };
        new PortListener(this.patient, port, Date.now);
      },
      send: (text) => {
        hear({ data: text });
        return true;
      },
      close: () => undefined,
    };
    this.page = createPage({ transport });
    this.page.connection.open();
  }

  /** Let the patient live until something is so. */
  async until(so: () => boolean): Promise<void> {
    while (!so()) await new Promise((resolve) => setTimeout(resolve, 2));
  }

  async close(): Promise<void> {
    this.page.connection.close();
    await this.patient.close();
    await this.workshop.close();
  }
}
