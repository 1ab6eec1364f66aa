import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { RequestOf } from '../../../src/protocol/requests.js';
import type { TestSubject } from '../../../src/protocol/test-state.js';
import { percent, short } from '../../data/format.js';
import type { ServerInfo, Topic } from '../../data/store.js';
import { calibrationTexts } from '../../texts/calibration.js';
import { subjectSelect } from '../../ui/subject-select.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { guidedStyles, guidedView } from './guided-view.js';
import { OwnTrace } from './own-trace.js';
import { isPrompting } from './prompt-words.js';
import { askable, askedFor, askedWith, canLeaveOut } from './class-choice.js';
import { askedView, choiceStyles, leftOutView } from './class-choice-view.js';
import { jointsHint, notesList, qualityTable } from './quality-table.js';

/** What the decoder learned from, how good that was, and how to teach it again. */
@customElement('myo-calibration')
export class CalibrationPanel extends StoreElement {
  static override styles = [
    controls,
    guidedStyles,
    choiceStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 16px;
        margin-bottom: 10px;
      }
      .top strong {
        font-size: var(--size-l);
      }
      .top button {
        margin-left: auto;
      }
      h3 {
        font-size: var(--size-m);
        margin: 14px 0 4px;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
      }
      th,
      td {
        padding: 4px 8px;
        text-align: left;
        border-bottom: 1px solid var(--line);
        vertical-align: top;
      }
      th {
        white-space: nowrap;
        font-weight: 600;
      }
      .stars {
        color: var(--warm);
        white-space: nowrap;
        letter-spacing: 1px;
      }
      /* Where the table is wider than the screen it scrolls, rather than making a tower of a sentence. */
      td.words {
        min-width: 15em;
      }
      .n {
        text-align: right;
        white-space: nowrap;
      }
      .actions {
        display: grid;
        gap: 4px;
        justify-items: start;
      }
      tr.recording th {
        color: var(--bad);
      }
      td button {
        min-height: 32px;
        padding: 2px 10px;
        touch-action: none;
        user-select: none;
      }
      .train {
        display: flex;
        align-items: center;
        gap: 12px;
        flex-wrap: wrap;
        margin-top: 8px;
        font-size: var(--size-s);
      }
    `,
  ];

  /** Let the simulated person intend the class that is recorded. */
  @state() private perform = true;
  @state() private holding = '';
  @state() private large = false;
  @state() private added = '';
  private readonly trace = new OwnTrace();
  // Already asked for before the first prompt, so that the channels beside it have a past.
  protected override readonly streams = ['features'] as const;
  @state() private by: TestSubject = 'simulated-user';
  protected override readonly topics: readonly Topic[] = [
    'serverInfo',
    'calibration',
    'recordedClasses',
    'scenario',
    'status',
    'prompt',
  ];

  constructor() {
    super();
    const classes = (): readonly string[] => this.store.info?.classes.slice(0, 9) ?? [];
    new KeysHere(this, 'classes', {
      own: () => Object.fromEntries(classes().map((label, i) => [label, [String(i + 1)]])),
      sayOwn: (label) => this.store.nameOf(label),
      actOwn: ({ action }, event) => {
        if (!event.repeat) this.begin(action);
      },
      release: (key) => {
        if (classes()[Number(key) - 1] !== undefined) this.end();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('blur', this.end);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('blur', this.end);
    this.end();
  }

  private begin(label: string): void {
    if (this.holding !== '') return;
    this.holding = label;
    if (this.perform && this.canIntend) {
      if (label === 'rest') this.page.intent.rest();
      else this.page.intent.press('calibration', label);
    }
    this.page.connection.send({ op: 'startRecordingClass', label });
  }

  private readonly end = (): void => {
    if (this.holding === '') return;
    this.holding = '';
    this.page.connection.send({ op: 'stopRecordingClass' });
    this.page.intent.release('calibration');
  };

  /** Records a class again, unless something is under way or nobody can be prompted for it. */
  readonly again = (label: string): (() => void) | undefined => {
    const movement = this.store.vocabulary.of(label)?.id;
    if (!movement || this.busy) return undefined;
    return () => this.prompt({ op: 'retryClass', label: movement, by: this.performer });
  };

  /** Lets the decoder not know a class, unless something is under way; the next calibration then does not ask for it. */
  readonly leaveOut = (label: string): (() => void) | undefined => {
    const { known } = this;
    if (this.busy || !canLeaveOut(known, label)) return undefined;
    return () =>
      this.learn(
        known.filter((id) => id !== label),
        label,
        false,
      );
  };

  private readonly takeBack = (label: string): void => this.learn([...this.known, label], label, true);

  private learn(classes: readonly string[], label: string, among: boolean): void {
    this.page.connection.send({ op: 'setClasses', classes: [...classes] });
    this.askFor(label, among);
  }

  private askFor(label: string, among: boolean): void {
    const { scenario, info } = this.store;
    this.ask(askedWith(askedFor(scenario), label, among, info?.movements ?? []));
  }

  private ask(movements: readonly string[]): void {
    if (this.store.info?.capabilities.includes('scenario'))
      this.page.dials.set('calibration.movements', movements);
  }

  /** Classes that the running decoder learned. */
  private get known(): readonly string[] {
    return this.store.calibration?.quality.map(({ label }) => label) ?? [];
  }

  private prompt(request: RequestOf<'startPrompts' | 'retryClass'>): void {
    if (request.by === 'person' && this.canIntend) this.page.intent.rest();
    this.page.connection.send(request);
  }

  /** Whether the page decides what is intended; not of a recording, nor of somebody real. */
  private get canIntend(): boolean {
    return this.store.info?.capabilities.includes('intent') ?? false;
  }

  private get performer(): TestSubject {
    return this.canIntend ? this.by : 'person';
  }

  private get busy(): boolean {
    return this.store.status?.phase === 'calibrating' || isPrompting(this.store.prompt);
  }

  private guided() {
    const { prompt, info } = this.store;
    const t = calibrationTexts();
    if (prompt) this.trace.add(prompt);
    if (!info?.capabilities.includes('prompts')) return nothing;
    const stop = (): void => void this.page.connection.send({ op: 'stopPrompts' });
    return html`<h3>${t.guided}</h3>
      <p class="hint">${t.guidedHint}</p>
      <div class="train">
        ${this.canIntend ? subjectSelect(this.by, (by) => (this.by = by), isPrompting(prompt)) : nothing}
        <button
          class="primary"
          data-testid="guided-start"
          ?disabled=${this.busy}
          @click=${() => this.prompt({ op: 'startPrompts', by: this.performer })}
        >
          ${t.start}
        </button>
        ${this.addView()}
      </div>
      ${this.askedView(info)}
      ${
        prompt
          ? guidedView(prompt, info.classes, this.store.nameOf, this.trace.course, this.large, {
              stop,
              enlarge: (large) => (this.large = large),
            })
          : nothing
      }`;
  }

  private askedView({ capabilities, movements }: ServerInfo) {
    const { scenario, nameOf } = this.store;
    if (!capabilities.includes('scenario')) return nothing;
    const ask = (asked: readonly string[]): void => this.ask(asked);
    return askedView(askable(scenario, movements), askedFor(scenario), nameOf, this.busy, ask);
  }

  /** Movements of this person that were never recorded, to be prompted for beside what is known. */
  private get unknown(): readonly string[] {
    const { info, calibration, scenario } = this.store;
    const recorded = [...this.known, ...(calibration?.leftOut ?? [])];
    return askable(scenario, info?.movements ?? []).filter((id) => id !== 'rest' && !recorded.includes(id));
  }

  private addView() {
    const t = calibrationTexts();
    const { unknown } = this;
    if (!this.store.calibration || unknown.length === 0) return nothing;
    const label = unknown.includes(this.added) ? this.added : (unknown[0] ?? '');
    return html`<label title=${t.addHint}
        >${t.add}
        <select
          data-testid="add-class"
          ?disabled=${this.busy}
          @change=${(e: Event) => e.target instanceof HTMLSelectElement && (this.added = e.target.value)}
        >
          ${unknown.map((id) => html`<option value=${id} .selected=${live(id === label)}>${this.store.nameOf(id)}</option>`)}
        </select></label
      ><button data-testid="add-start" ?disabled=${this.busy} @click=${() => this.addClass(label)}>
        ${t.addButton}
      </button>`;
  }

  private addClass(label: string): void {
    this.askFor(label, true);
    this.prompt({ op: 'retryClass', label, by: this.performer, keep: true });
  }

  private performView() {
    return html`<label
      ><input
        type="checkbox"
        .checked=${this.perform}
        @change=${(e: Event) => e.target instanceof HTMLInputElement && (this.perform = e.target.checked)}
      />
      ${calibrationTexts().perform}</label
    >`;
  }

  override willUpdate(): void {
    if (!isPrompting(this.store.prompt)) this.large = false;
  }

  override updated(changed: PropertyValues): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    // What had the focus is made anew when the picture becomes small again.
    if (changed.get('large') === true && !this.large)
      this.renderRoot.querySelector<HTMLElement>('[data-testid="guided-large"]')?.focus();
  }

  override render() {
    const t = calibrationTexts();
    const { calibration, recorded } = this.store;
    const classes = this.store.info?.classes ?? [];
    const calibrating = this.store.status?.phase === 'calibrating';
    const able = this.store.info?.capabilities.includes('prompts') ?? false;
    return html`<div class="top">
        ${
          calibration
            ? html`<span>${t.heldOut} <strong class="number">${percent(calibration.accuracy)}</strong></span>
                <span class="hint number"
                  >${t.outcome(
                    short(calibration.signalSeconds),
                    short(calibration.wallSeconds),
                    calibration.windows.reduce((a, b) => a + b, 0),
                  )}</span
                >
                ${jointsHint(calibration.joints)}`
            : html`<span>${t.untrained}</span>`
        }
        <button
          class="primary"
          ?disabled=${this.busy}
          @click=${() => this.page.connection.send({ op: 'calibrate' })}
        >
          ${calibrating ? t.calibrating : t.calibrateAgain}
        </button>
      </div>
      ${this.guided()}
      ${
        calibration
          ? html`<h3>${t.quality}</h3>
              ${qualityTable(calibration.quality, this.store.nameOf, calibration, able ? this : undefined)}
              ${leftOutView(calibration.leftOut, this.store.nameOf, this.busy ? undefined : this.takeBack)}
              ${notesList(calibration.notes)}`
          : nothing
      }
      <h3>${t.byHand}</h3>
      <p class="hint">${t.byHandHint}</p>
      <table>
        <tbody>
          ${classes.map((label, i) =>
            this.row(
              label,
              i,
              recorded?.classes.find((c) => c.label === label),
            ),
          )}
        </tbody>
      </table>
      <div class="train">
        ${this.canIntend ? this.performView() : nothing}
        <button
          class="primary"
          ?disabled=${(recorded?.classes.filter((c) => c.seconds > 0).length ?? 0) < 2}
          @click=${() => this.page.connection.send({ op: 'trainRecorded' })}
        >
          ${t.train}
        </button>
      </div> `;
  }

  private row(label: string, i: number, got: { seconds: number; repetitions: number } | undefined) {
    const recording = this.holding === label;
    const t = calibrationTexts();
    const name = this.store.nameOf(label);
    return html`<tr class=${recording ? 'recording' : ''}>
      <th scope="row">${i < 9 ? html`<kbd>${i + 1}</kbd> ` : nothing}${name}</th>
      <td class="n number">${got ? t.secondsIn(got.seconds.toFixed(1), got.repetitions) : t.nothing}</td>
      <td>
        <button
          aria-pressed=${recording}
          aria-label=${t.holdName(name)}
          @pointerdown=${(e: PointerEvent) => {
            if (e.currentTarget instanceof Element) e.currentTarget.setPointerCapture(e.pointerId);
            this.begin(label);
          }}
          @pointerup=${this.end}
          @pointercancel=${this.end}
        >
          ${recording ? t.recording : t.hold}
        </button>
        <button
          class="quiet"
          aria-label=${t.discardName(name)}
          ?disabled=${!got || got.seconds === 0}
          @click=${() => this.page.connection.send({ op: 'discardClass', label })}
        >
          ${t.discard}
        </button>
      </td>
    </tr>`;
  }
}
