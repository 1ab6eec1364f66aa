import type { Request } from '../../src/protocol/requests.js';
import { type Change, History } from './history.js';
import { isRecord, type Json } from './is-record.js';
import { merged, patchFor, pathOf, valueAt, withoutValue } from './scenario-path.js';
import type { Store } from './store.js';

/** The scenario's dials: a turn shows at once, is sent, and can be undone. */
export class Dials {
  /** How often the person asked for anything: what was to happen for another reason gives way to it. */
  choices = 0;

  constructor(
    private readonly store: Store,
    private readonly sendOn: (request: Request) => boolean,
    private readonly history = new History(),
  ) {}

  /** Turn the dial at a dotted path. */
  set(dotted: string, value: unknown): void {
    this.turn(dotted, value);
  }

  /** Take an entry out of a mapping, such as `person.traits.fat`. */
  drop(dotted: string): void {
    this.turn(dotted, undefined);
  }

  private turn(dotted: string, value: unknown): void {
    const path = pathOf(dotted);
    const before = valueAt(this.store.scenario, path);
    if (JSON.stringify(before) === JSON.stringify(value)) return;
    const change = { path, before, after: value };
    this.history.record(change);
    this.apply(change);
  }

  /** Apply several fields as one patch, without a place in the history. */
  patch(patch: Json): void {
    this.send({ op: 'patchScenario', patch });
  }

  private send(request: Request): void {
    this.choices++;
    this.sendOn(request);
  }

  /** Another patient, whom the person did not choose here and now: a link asks for them. */
  bring(wanted: { readonly preset: string } | { readonly scenario: Json }): void {
    if ('preset' in wanted) {
      this.forget();
      this.sendOn({ op: 'loadPreset', name: wanted.preset });
    } else this.sendOn({ op: 'loadScenario', scenario: { ...wanted.scenario } });
  }

  private forget(): void {
    this.history.clear();
    this.store.changed('history');
  }

  undo(): void {
    this.apply(this.history.undo());
  }

  redo(): void {
    this.apply(this.history.redo());
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }

  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** Another patient: old turns of dials are not theirs. */
  loadPreset(name: string): void {
    this.forget();
    this.send({ op: 'loadPreset', name });
  }

  loadScenario(scenario: Json): void {
    this.send({ op: 'loadScenario', scenario: { ...scenario } });
  }

  /** Preset that the running scenario came from; undefined for a scenario of one's own. */
  get preset(): string | undefined {
    const preset = valueAt(this.store.scenario, ['preset']);
    return this.store.info?.presets.find(({ name }) => name === preset)?.name;
  }

  private apply(change: Change | undefined): void {
    if (!change) return;
    const { store } = this;
    // A patch only adds to a mapping: without the entry, the scenario is sent whole.
    if (change.after === undefined) {
      const rest = withoutValue(store.scenario, change.path);
      if (!isRecord(rest)) return;
      store.scenario = rest;
      this.loadScenario(rest);
      store.changed('scenario');
      store.changed('history');
      return;
    }
    const patch = patchFor(store.scenario, change.path, change.after);
    // Shown at once; the server's `scenario` answer corrects it where it disagrees.
    store.scenario = merged(store.scenario, patch);
    this.patch(patch);
    store.changed('scenario');
    store.changed('history');
  }
}
