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
  /** Who is on their way back, and whom they follow: until they are here, nobody else is the host. */
  private returning: { readonly host: Json; readonly after: unknown } | undefined;

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

  /**
   * Bring the patient of a preset. Whoever is brought after that is a guest, too.
   * @param patch what is changed of them before they come
   */
  bring(preset: string, patch?: Json): void {
    const { dials, intent } = this.page;
    this.remember();
    this.guest = preset;
    intent.script();
    if (patch) dials.loadScenario({ preset, ...patch });
    else dials.loadPreset(preset);
  }

  /** Change whoever is there for a while. */
  change(patch: Json): void {
    const { store, dials } = this.page;
    this.remember();
    this.guest = String(valueAt(store.scenario, ['preset']) ?? '');
    dials.patch(patch);
  }

  private remember(): void {
    const { scenario } = this.page.store;
    const { returning } = this;
    this.returning = undefined;
    if (this.active) return;
    if (returning && returning.after === scenario) this.before = returning.host;
    else this.before = isRecord(scenario) ? scenario : undefined;
  }

  /** Let the one who was there come back. */
  end(): void {
    const { before } = this;
    if (!before) return;
    this.before = undefined;
    this.returning = { host: before, after: this.page.store.scenario };
    this.page.intent.script();
    this.page.dials.loadScenario(before);
  }
}
