import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyBindings } from '../../data/key-bindings.js';
import { struckAt } from '../../data/key-places.js';
import type { Topic } from '../../data/store.js';
import { prosthesisTexts } from '../../texts/prosthesis.js';
import { KeysHere } from '../../ui/keys-here.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { worldOf } from '../prosthesis/scene-input.js';
import '../tones/tones-note.js';
import { intentStyles } from './intent-styles.js';
import { intentTexts } from '../../texts/intent.js';

/** Buttons and keys that are the patient's will: hold one down to move. */
@customElement('myo-intent')
export class IntentPanel extends StoreElement {
  static override styles = [controls, intentStyles];

  /** Larger buttons, no keys. */
  @property({ type: Boolean, reflect: true }) large = false;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'control', 'intent', 'connection'];

  constructor() {
    super();
    const keys = (): Map<string, string> => keyBindings(this.movements, this.store.vocabulary);
    new KeysHere(this, 'intent', {
      own: () => Object.fromEntries([...keys()].map(([movement, key]) => [movement, [key]])),
      sayOwn: (movement) => this.store.nameOf(movement),
      actOwn: ({ action }, event) => {
        const key = keys().get(action);
        if (key && !event.repeat) this.page.intent.press(`key-${key}`, action);
      },
      release: (key) => this.page.intent.release(`key-${key}`),
    });
    new KeysHere(this, 'movements');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('blur', this.letGo);
    document.addEventListener('visibilitychange', this.letGo);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('blur', this.letGo);
    document.removeEventListener('visibilitychange', this.letGo);
    this.letGo();
  }

  private get movements(): readonly string[] {
    const { movements = [], classes = [] } = this.store.info ?? {};
    return movements.filter((name) => classes.includes(name) && name !== 'rest');
  }

  private readonly letGo = (): void => this.page.intent.releaseAll();

  private press(event: PointerEvent, movement: string): void {
    if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.page.intent.press(`pointer-${movement}`, movement);
  }

  private keyPress(event: KeyboardEvent, movement: string, down: boolean): void {
    if (!struckAt('movements', event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!down) this.page.intent.release(`pointer-${movement}`);
    else if (!event.repeat) this.page.intent.press(`pointer-${movement}`, movement);
  }

  override render() {
    const t = intentTexts();
    const keys = keyBindings(this.movements, this.store.vocabulary);
    const who = this.store.intent?.who ?? 'script';
    // Who is tested or prompted in the person's place holds the intent until that is over.
    const task = worldOf(this.store) !== undefined;
    const simulated = who === 'simulated-user' && !task;
    const disabled =
      this.store.connection !== 'open' || !this.store.info?.capabilities.includes('intent') || simulated;
    return html`<myo-tones-note about="intent"></myo-tones-note>
      <div class="who" role="group" aria-label=${t.who}>
        <button
          aria-pressed=${!this.page.intent.personal && who !== 'person' && !simulated}
          ?disabled=${disabled}
          @click=${() => this.page.intent.script()}
        >
          ${t.script}
        </button>
        <button
          aria-pressed=${this.page.intent.personal || who === 'person'}
          ?disabled=${disabled}
          @click=${() => this.page.intent.rest()}
        >
          ${t.you}
        </button>
        <span class="hint"
          >${
            task && !this.page.intent.personal
              ? prosthesisTexts().takeOver
              : simulated
                ? t.simulated
                : this.page.intent.personal
                  ? t.personal
                  : t.scripted
          }</span
        >
      </div>
      <div class="moves">
        ${this.movements.map((movement) => {
          const key = keys.get(movement);
          return html`<button
            data-testid="intent-${movement}"
            data-key=${key ?? nothing}
            aria-pressed=${this.page.intent.isHeld(movement)}
            ?disabled=${disabled}
            @pointerdown=${(e: PointerEvent) => this.press(e, movement)}
            @pointerup=${() => this.page.intent.release(`pointer-${movement}`)}
            @pointercancel=${() => this.page.intent.release(`pointer-${movement}`)}
            @lostpointercapture=${() => this.page.intent.release(`pointer-${movement}`)}
            @keydown=${(e: KeyboardEvent) => this.keyPress(e, movement, true)}
            @keyup=${(e: KeyboardEvent) => this.keyPress(e, movement, false)}
            @contextmenu=${(e: Event) => e.preventDefault()}
          >
            <span>${this.store.nameOf(movement)}</span
            >${key ? html`<kbd>${key.toUpperCase()}</kbd>` : nothing}
          </button>`;
        })}
      </div>
      <label class="strength">
        <span>${t.strength}</span>
        <input
          type="range"
          min="5"
          max="100"
          step="5"
          data-testid="strength"
          .value=${String(Math.round(100 * this.page.intent.strength))}
          @input=${(e: Event) =>
            e.target instanceof HTMLInputElement &&
            this.page.intent.setStrength(Number(e.target.value) / 100)}
        />
        <b class="number">${t.ofMaximum(Math.round(100 * this.page.intent.strength))}</b>
      </label>`;
  }
}
