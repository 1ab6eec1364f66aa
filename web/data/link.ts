import { difference } from '../../src/ground/signal/difference.js';
import { encodeShared, type SharedState } from '../../src/scenario/share-link.js';
import { DamagedLink } from './damaged-link.js';
import type { Dials } from './dials.js';
import { isRecord, type Json } from './is-record.js';
import { merged, valueAt } from './scenario-path.js';
import { decodeShared } from './share-link.js';
import type { Store } from './store.js';
import { alike, asLoaded, wholePatient } from './whole-patient.js';

/** Whom a link asks for: the clean patient of a preset, one with everything that was changed, or nobody in particular. */
export type Wanted = { readonly preset: string } | { readonly scenario: Json } | undefined;

/** The part of the address after `#`: it is the state, so that the same patient comes back from it with dials and seed. */
export class Link {
  /** Scenario of each preset as the patient loads it, by name. */
  private readonly bases = new Map<string, Promise<unknown>>();
  /** Whoever this page met first: the clean patient, where it is none of a preset. */
  private met: unknown;
  /** Whom the session began with, where nobody had changed them when this page came: `serve` may have changed a preset. */
  private began: unknown;
  /** When that life began: what is said later of the same life is no beginning. */
  private life: number | undefined;

  constructor(
    private readonly store: Store,
    private readonly dials: Dials,
    private readonly presetScenario: (name: string) => Promise<unknown>,
  ) {
    store.on(['serverInfo'], () => {
      this.met ??= store.scenario;
      const session = store.info?.session;
      if (session?.begun === this.life) return;
      this.life = session?.begun;
      this.began = session?.touched === false ? store.scenario : undefined;
    });
  }

  /** Address fragment with the whole state and the seed in it. */
  async hash(view: string): Promise<string> {
    return encodeShared({ view, ...(await this.state()) });
  }

  /**
   * Whom an address fragment asks for; undefined where it says nothing but a view.
   * @throws DamagedLink where it cannot be read whole, or nobody can be like that
   */
  async read(hash: string): Promise<Wanted> {
    const { preset, patch, scenario } = await decodeShared(hash);
    if (scenario) return { scenario: await wholePatient(scenario) };
    if (preset === undefined) return undefined;
    const base = await this.known(preset);
    if (!patch) return { preset };
    const whole = merged(base, patch);
    return { scenario: await wholePatient(isRecord(whole) ? whole : {}) };
  }

  /**
   * Whom a patient that is still to be made begins with: the one of before, where there was one, else whom a link asks
   * for; undefined where that is nobody in particular, or cannot be read (which is told when the link is followed).
   */
  async wish(hash: string): Promise<Wanted> {
    if (isRecord(this.store.scenario)) return { scenario: this.store.scenario };
    return this.read(hash).catch(() => undefined);
  }

  /** The patient of now without anything that was changed. */
  clean(): Wanted {
    const { preset } = this.dials;
    const { met, began } = this;
    if (preset === undefined) return isRecord(met) ? { scenario: met } : undefined;
    return isRecord(began) && valueAt(began, ['preset']) === preset ? { scenario: began } : { preset };
  }

  /**
   * Whether whoever is wanted is there already, and to stay; whoever is there will do where nobody in particular is
   * wanted.
   */
  async shows(wanted: Wanted): Promise<boolean> {
    if (!wanted) return true;
    if (this.store.status?.coming) return false;
    const scenario = 'preset' in wanted ? await this.base(wanted.preset) : wanted.scenario;
    return alike(await asLoaded(this.store.scenario), await asLoaded(scenario));
  }

  /**
   * Have whoever is wanted, unless they are there, or the person has chosen anything since the wish.
   * @param choices how often they had, when the wish came up: what is read and looked up for it takes its time
   * @returns whether they had to be asked for
   * @throws DamagedLink where this page may change nobody
   */
  async bring(wanted: Wanted, choices = this.choices): Promise<boolean> {
    if (!wanted || (await this.shows(wanted)) || this.choices !== choices) return false;
    if (!this.able) throw new DamagedLink('not-here');
    this.dials.bring(wanted);
    return true;
  }

  /** How often the person of this page has chosen anything. */
  get choices(): number {
    return this.dials.choices;
  }

  /** Whether this page can load another patient. */
  get able(): boolean {
    const { info } = this.store;
    return info?.role !== 'viewer' && info?.capabilities.includes('scenario') === true;
  }

  private async known(preset: string): Promise<unknown> {
    const { info } = this.store;
    if (info && !info.presets.some(({ name }) => name === preset))
      throw new DamagedLink('unknown-patient', preset);
    try {
      return await this.base(preset);
    } catch (error) {
      // Before the service has said whom it knows, it alone can tell.
      throw info ? error : new DamagedLink('unknown-patient', preset);
    }
  }

  /** What the link must carry. */
  private async state(): Promise<Omit<SharedState, 'view'>> {
    const { preset } = this.dials;
    const scenario = await asLoaded(this.store.scenario);
    const whole = {
      preset: undefined,
      patch: undefined,
      scenario: isRecord(scenario) ? scenario : undefined,
    };
    if (preset === undefined) return whole;
    const base = await asLoaded(await this.base(preset));
    const patch = difference(base, scenario) ?? {};
    // A patch takes nothing away: whoever has less than their preset travels whole.
    if (!isRecord(patch) || !alike(merged(base, patch), scenario)) return whole;
    return { preset, patch };
  }

  private base(name: string): Promise<unknown> {
    let base = this.bases.get(name);
    if (!base) {
      base = this.presetScenario(name).then((scenario): unknown => JSON.parse(JSON.stringify(scenario)));
      this.bases.set(name, base);
      base.catch(() => this.bases.delete(name));
    }
    return base;
  }
}
