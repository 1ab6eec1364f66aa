import { isRecord, type Json } from './is-record.js';
import type { Link } from './link.js';
import { scenarioName, type ServerInfo, type Store } from './store.js';

/** What became of the patient of before, when the page came back to a patient who began anew. */
export type PutBackOutcome =
  /** They are asked for again, or were there at once. */
  | { readonly kind: 'back'; readonly name: string; readonly lost: Lost }
  /** Somebody has changed the new one since, or this page may change nobody; `bring` asks for them all the same. */
  | { readonly kind: 'lost'; readonly name: string; readonly lost: Lost; readonly bring?: () => void }
  /** What was lost is there after all: there is nothing to offer any more. */
  | { readonly kind: 'settled' };

/** What no scenario brings back. */
export interface Lost {
  /** Movements that were recorded by hand. */
  readonly classes: number;
  /** Devices that were switched on. */
  readonly devices: number;
}

/**
 * Puts the page's patient back where the service was started anew and begins with its own, unless somebody has changed
 * them since: then it is offered.
 */
export class PutBack {
  /** Told what became of the patient of before. */
  told: (outcome: PutBackOutcome) => void = () => undefined;
  private life: string | undefined;
  private kept: Json | undefined;
  private lost: Lost = { classes: 0, devices: 0 };
  private gone = false;
  private offered: Json | undefined;

  constructor(
    private readonly store: Store,
    private readonly link: Link,
  ) {
    store.on(['connection'], () => (this.gone ||= store.connection === 'waiting'));
    store.on(['serverInfo'], () => this.meet());
    store.on(['scenario'], () => this.keep());
    store.on(['recordedClasses', 'devices'], () => this.count());
  }

  private meet(): void {
    const { info } = this.store;
    if (!info) return;
    const life = this.lifeOf(info);
    const another = this.life !== undefined && life !== this.life;
    this.life = life;
    this.gone = false;
    const { kept, lost } = this;
    this.keep();
    if (another && kept) void this.put(kept, lost, info);
  }

  // A patient in this browser lives as long as the way to them.
  private lifeOf({ session }: ServerInfo): string {
    if (session) return `${session.id} ${session.begun ?? 0}`;
    return this.gone ? `${this.life ?? ''} again` : (this.life ?? 'first');
  }

  private async put(kept: Json, lost: Lost, { session }: ServerInfo): Promise<void> {
    const name = scenarioName(kept);
    const wanted = { scenario: kept };
    const back = { kind: 'back', name, lost } as const;
    const { choices } = this.link;
    if (await this.link.shows(wanted)) return this.told(back);
    if (!this.link.able) return this.told({ kind: 'lost', name, lost });
    if (session?.touched !== true) {
      const asked = await this.link.bring(wanted, choices);
      return asked ? this.told(back) : undefined;
    }
    this.offered = kept;
    this.told({ kind: 'lost', name, lost, bring: () => void this.link.bring(wanted) });
  }

  private keep(): void {
    const { scenario } = this.store;
    if (isRecord(scenario)) this.kept = scenario;
    const { offered } = this;
    if (!offered) return;
    void this.link.shows({ scenario: offered }).then((there) => {
      if (!there || this.offered !== offered) return;
      this.offered = undefined;
      this.told({ kind: 'settled' });
    });
  }

  private count(): void {
    if (this.gone) return;
    const { recorded, devices } = this.store;
    this.lost = { classes: recorded?.classes.length ?? 0, devices: devices.length };
  }
}
