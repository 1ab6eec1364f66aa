import type { Dials } from './dials.js';
import type { IntentControl } from './intent-control.js';
import { isRecord, type Json } from './is-record.js';
import { valueAt } from './scenario-path.js';
import type { Store } from './store.js';

interface VisitPage {
  readonly store: Store;
  readonly dials: Dials;
  readonly intent: IntentControl;
}

/** Another patient for a while; the one who was there comes back with every dial as it was. */
export class Visit {
  private before: Json | undefined;
  private guest = '';

  constructor(private readonly page: VisitPage) {}

  /** Whether somebody waits to come back. */
  get active(): boolean {
    const preset = valueAt(this.page.store.scenario, ['preset']);
    // Who chooses another patient meanwhile has left both behind.
    return this.before !== undefined && (preset === this.guest || preset === this.before['preset']);
  }

  /** Name of the preset that waits to come back, as it is called. */
  get host(): string {
    const name = valueAt(this.before, ['name']);
    return typeof name === 'string' ? name : '';
  }

  /** Bring the patient of a preset. Whoever is brought after that is a guest, too. */
  bring(preset: string): void {
    const { store, dials, intent } = this.page;
    if (!this.active) this.before = isRecord(store.scenario) ? store.scenario : undefined;
    this.guest = preset;
    intent.script();
    dials.loadPreset(preset);
  }

  /** Let the one who was there come back. */
  end(): void {
    const { before } = this;
    if (!before) return;
    this.before = undefined;
    this.page.intent.script();
    this.page.dials.loadScenario(before);
  }
}
