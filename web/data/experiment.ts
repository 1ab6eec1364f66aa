import type { Dials } from './dials.js';
import { patchFor, pathOf, valueAt } from './scenario-path.js';
import type { Store } from './store.js';

/** A temporary change of one field that puts back what was there before. */
export class Experiment {
  private before: unknown;
  active = false;

  constructor(
    private readonly page: { readonly store: Store; readonly dials: Dials },
    readonly path: string,
    readonly value: unknown,
  ) {}

  /** True where the running scenario has the field. */
  get possible(): boolean {
    return this.now !== undefined;
  }

  toggle(): void {
    if (this.active) this.end();
    else this.begin();
  }

  begin(): void {
    if (this.active || !this.possible) return;
    this.before = this.now;
    this.active = true;
    this.put(this.value);
  }

  end(): void {
    if (!this.active) return;
    this.active = false;
    this.put(this.before);
  }

  private get now(): unknown {
    return valueAt(this.page.store.scenario, pathOf(this.path));
  }

  private put(value: unknown): void {
    const { store, dials } = this.page;
    dials.patch(patchFor(store.scenario, pathOf(this.path), value));
  }
}
