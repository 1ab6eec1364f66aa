import { isRecord, type Json } from '../../data/is-record.js';
import type { Page } from '../../data/page.js';
import { difference } from '../../../src/ground/signal/difference.js';
import { merged } from '../../data/scenario-path.js';
import type { Visit } from '../../data/visit.js';
import type { Effort, Lesson, Numbers, Setting } from './lesson.js';
import type { Measured } from './measured.js';
import { pictureOf, type Picture } from './picture.js';
import { moverOf, movementsOf } from './movements-of.js';

/** What a setting came to. */
export interface Result {
  readonly setting: string;
  readonly numbers: Numbers;
  readonly picture: Picture | undefined;
}

/** `preparing`: whom the lesson needs are on their way; `changing`: what was asked for is; `settling`: it is in force. */
export type RunPhase = 'idle' | 'preparing' | 'changing' | 'settling' | 'measuring';

/** Seconds that pass before anything is measured: templates cross-fade, efforts rise, windows fill. */
const SETTLE_S = 1.6;
/** Seconds in which a change that needs new training says so. */
const SAID_S = 0.3;

/**
 * One lesson at work on the running patient: brings whom it needs, puts a setting in force, waits until it is, measures
 * and keeps what came out. Time is that of the signal, so that a slow page does not shorten anything. Without DOM.
 */
export class LessonRun {
  readonly results = new Map<string, Result>();
  phase: RunPhase = 'idle';
  /** Setting in force, or on its way. */
  setting: Setting | undefined;
  private prepared = false;
  /** Whom the lesson needs was asked for. */
  private asked = false;
  private wanted: Json = {};
  private derived = true;
  private since = 0;
  /** What was told of delays before the setting was in force. */
  private statistics: unknown;
  private strength = 0.4;
  private holding = false;

  constructor(
    private readonly page: Page,
    readonly lesson: Lesson,
    private readonly visit: Visit,
  ) {}

  /** Whether this page may do what the lesson needs. */
  get able(): boolean {
    const { info } = this.page.store;
    return this.page.link.able && info?.capabilities.includes('intent') === true;
  }

  /** Whether the patient is the lesson's for the moment, and will be put back. */
  get visiting(): boolean {
    return this.prepared && this.visit.active;
  }

  get done(): boolean {
    return this.lesson.settings.every(({ id }) => this.results.has(id));
  }

  /** Numbers of the settings in their order, once all were measured. */
  get numbers(): readonly Numbers[] | undefined {
    if (!this.done) return undefined;
    return this.lesson.settings.map(({ id }) => this.results.get(id)?.numbers ?? {});
  }

  /** Share of the way through the setting under way. */
  get progress(): number {
    const { phase, lesson } = this;
    if (phase === 'idle') return 1;
    if (phase === 'preparing' || phase === 'changing') return 0;
    const passed = (this.page.store.index - this.since) / this.rate;
    const before = phase === 'measuring' ? SETTLE_S : 0;
    return Math.min(1, (before + passed) / (SETTLE_S + lesson.seconds));
  }

  /** Put a setting in force and measure it. */
  choose(id: string): void {
    const setting = this.lesson.settings.find((one) => one.id === id);
    if (!setting || !this.able) return;
    this.setting = setting;
    if (this.prepared) this.put(setting);
    else this.prepare();
  }

  /** Go on with what is under way, when something may have happened. True where something of note has. */
  tick(): boolean {
    const { page, phase, setting } = this;
    page.windows.collect();
    if (!setting) return false;
    // Somebody has chosen another patient: what was measured is not theirs.
    if (this.prepared && !this.visit.active) {
      this.prepared = false;
      this.forget();
      return true;
    }
    const { index } = page.store;
    // A stream that begins anew takes what was measured of it along.
    if (index < this.since) this.since = index;
    switch (phase) {
      case 'idle':
        return false;
      case 'preparing':
        if (!this.inForce()) return false;
        if (!this.asked) this.ask();
        else {
          this.prepared = true;
          this.put(setting);
        }
        return true;
      case 'changing':
        if (!this.inForce() || !this.effected()) return false;
        return this.enter('settling');
      case 'settling':
        if (index - this.since < SETTLE_S * this.rate) return false;
        this.statistics = page.store.statistics;
        return this.enter('measuring');
      case 'measuring':
        if (page.store.status?.phase !== 'running') return false;
        if (index - this.since < this.lesson.seconds * this.rate) return false;
        if (this.lesson.awaitsStatistics && page.store.statistics === this.statistics) return false;
        this.keep(setting);
        return this.enter('idle');
    }
  }

  /** What the newest of the stream looks like. */
  live(): Picture | undefined {
    return pictureOf(this.lesson.picture, this.newest());
  }

  /** Give everything back: effort, dials, patient. */
  leave(): void {
    this.setting = undefined;
    this.phase = 'idle';
    this.release();
    this.prepared = false;
    if (this.visit.active) this.visit.end();
  }

  /** Begin anew: what was measured is forgotten, the patient stays. */
  forget(): void {
    this.results.clear();
    this.setting = undefined;
    this.phase = 'idle';
    this.release();
  }

  /** Whoever is there must live first, and nobody be on the way: else the wrong one would be put back. */
  private prepare(): void {
    const { connection, store } = this.page;
    if (store.status?.phase === 'paused') connection.send({ op: 'setPaused', paused: false });
    this.wanted = {};
    this.asked = false;
    this.enter('preparing');
  }

  private ask(): void {
    const { page, lesson, visit } = this;
    const { fits, preset, patch = {} } = lesson.patient;
    this.asked = true;
    this.derived = true;
    if (fits(page.store.scenario)) {
      this.wanted = patch;
      visit.change(patch);
    } else {
      this.wanted = { preset, ...patch };
      visit.bring(preset, patch);
    }
    this.enter('preparing');
  }

  private put({ patch = {}, effort, unit }: Setting): void {
    const { page } = this;
    this.wanted = patch;
    const change = difference(page.store.scenario, merged(page.store.scenario, patch));
    const { derives = [] } = this.lesson;
    this.derived = !derives.some((group) => isRecord(change) && Object.hasOwn(change, group));
    if (change !== undefined) page.dials.patch(patch);
    this.exert(effort);
    if (unit !== undefined) this.pick(unit);
    this.enter('changing');
  }

  private exert(effort: Effort): void {
    const { intent, store } = this.page;
    if (effort === 'script' || effort === 'rest') {
      this.release();
      if (effort === 'script') return;
      this.strength = this.holding ? this.strength : intent.strength;
      this.holding = true;
      return intent.rest();
    }
    if (!this.holding) this.strength = intent.strength;
    this.release();
    this.holding = true;
    const movements = movementsOf(store.scenario);
    for (const { movement, percent } of effort) {
      intent.setStrength(percent / 100);
      intent.press(`lesson ${movement}`, movements[movement] ?? '');
    }
  }

  private release(): void {
    const { intent } = this.page;
    if (!this.holding) return;
    this.holding = false;
    intent.script();
    intent.setStrength(this.strength);
  }

  /** Ask for the motor unit at a place of its muscle's order of recruitment; how many there are is in the first answer. */
  private pick(place: number): void {
    const { connection, store } = this.page;
    const muscle = moverOf(store.scenario, movementsOf(store.scenario)[0]);
    const known = store.muap?.muscle === muscle ? store.muap.territories.length : undefined;
    if (known !== undefined) {
      connection.send({ op: 'getMuap', muscle, unit: Math.round(place * (known - 1)) });
      return;
    }
    connection.send({ op: 'getMuap', muscle, unit: 0 });
    const stop = store.on(['muap'], () => {
      stop();
      this.pick(place);
    });
  }

  /** Whether the scenario says what was asked for, and whoever is there lives by it. */
  private inForce(): boolean {
    const { store } = this.page;
    if (store.status?.phase !== 'running' || !isRecord(store.scenario)) return false;
    return difference(store.scenario, merged(store.scenario, this.wanted)) === undefined;
  }

  private effected(): boolean {
    const { store } = this.page;
    if (store.index - this.since < SAID_S * this.rate) return false;
    this.derived ||= store.events.some(({ kind, index }) => kind === 'templates' && index >= this.since);
    return this.derived;
  }

  private keep({ id }: Setting): void {
    const length = Math.round(this.lesson.seconds * this.rate);
    const at: Measured = { page: this.page, from: this.since, to: this.since + length };
    const { measure, picture } = this.lesson;
    this.results.set(id, { setting: id, numbers: measure(at), picture: pictureOf(picture, at) });
  }

  private newest(): Measured {
    const to = this.page.store.index;
    return { page: this.page, from: Math.max(0, to - Math.round(this.lesson.seconds * this.rate)), to };
  }

  private enter(phase: RunPhase): true {
    this.phase = phase;
    this.since = this.page.store.index;
    return true;
  }

  private get rate(): number {
    return this.page.store.info?.sampleRateHz ?? 1;
  }
}
