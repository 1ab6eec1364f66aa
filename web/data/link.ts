import type { Dials } from './dials.js';
import { isRecord, type Json } from './is-record.js';
import { difference, merged } from './scenario-path.js';
import { decodeShared, encodeShared } from './share-link.js';
import type { Store } from './store.js';

/** The part of the address after `#`, from which a patient comes back with dials and seed as they were. */
export class Link {
  /** Scenario of each preset as the patient loads it, by name. */
  private readonly bases = new Map<string, Promise<unknown>>();

  constructor(
    private readonly store: Store,
    private readonly dials: Dials,
    private readonly presetScenario: (name: string) => Promise<unknown>,
  ) {}

  /** Address fragment with the whole state and the seed in it. */
  async hash(view: string): Promise<string> {
    return encodeShared({ view, preset: this.dials.preset, patch: await this.patch() });
  }

  /**
   * Put the state that an address fragment carries into force, if it carries any.
   * @throws Error where its preset cannot be had
   */
  async apply(hash: string): Promise<void> {
    const { preset, patch } = await decodeShared(hash);
    if (!preset) return;
    if (!patch) {
      if (preset !== this.dials.preset) this.dials.loadPreset(preset);
      return;
    }
    const scenario = merged(await this.base(preset), patch);
    if (isRecord(scenario) && difference(this.store.scenario, scenario) !== undefined)
      this.dials.loadScenario(scenario);
  }

  /** What the link must carry beside the preset's name; undefined when nothing was changed. */
  private async patch(): Promise<Json | undefined> {
    const { preset } = this.dials;
    if (!preset) return undefined;
    const patch = difference(await this.base(preset), this.store.scenario);
    return isRecord(patch) ? patch : undefined;
  }

  private base(name: string): Promise<unknown> {
    let base = this.bases.get(name);
    if (!base) {
      base = this.presetScenario(name);
      this.bases.set(name, base);
      base.catch(() => this.bases.delete(name));
    }
    return base;
  }
}
