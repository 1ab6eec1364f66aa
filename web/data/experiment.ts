import { patchScenario, store } from './app.js';
import { patchFor, pathOf, valueAt } from './scenario-path.js';

/** A temporary change of one field that puts back what was there before. */
export class Experiment {
  private before: unknown;
  active = false;

  constructor(
    private readonly path: string,
    private readonly value: unknown,
  ) {}

  /** True where the running scenario has the field. */
  get possible(): boolean {
    return valueAt(store.scenario, pathOf(this.path)) !== undefined;
  }

  toggle(): void {
    if (this.active) this.end();
    else this.begin();
  }

  begin(): void {
    if (this.active || !this.possible) return;
    this.before = valueAt(store.scenario, pathOf(this.path));
    this.active = true;
    patchScenario(patchFor(store.scenario, pathOf(this.path), this.value));
  }

  end(): void {
    if (!this.active) return;
    this.active = false;
    patchScenario(patchFor(store.scenario, pathOf(this.path), this.before));
  }
}
