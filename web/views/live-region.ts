import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { percent } from '../data/format.js';
import { liveDecision, liveIntent } from '../data/live-decision.js';
import { appTexts } from '../texts/app.js';
import { StoreElement } from '../ui/store-element.js';

/** At most one announcement in this many milliseconds. */
const PAUSE_MS = 4000;

/** What is going on, for screen readers, said only when it changed. */
@customElement('myo-live-region')
export class LiveRegion extends StoreElement {
  static override styles = css`
    p {
      position: fixed;
      top: 0;
      width: 1px;
      height: 1px;
      margin: 0;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  @state() private text = '';
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = window.setInterval(() => (this.text = this.summary()), PAUSE_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  private summary(): string {
    const t = appTexts();
    if (this.store.connection !== 'open') return t.connectionLost;
    const intent = liveIntent(this.store);
    const decision = liveDecision(this.store);
    const rests = intent.movement === 'rest';
    const wanted = t.intended(
      rests ? t.rest : this.store.nameOf(intent.movement),
      rests ? undefined : percent(intent.strength),
    );
    const decoded = decision ? this.store.nameOf(decision.movement) : t.nothingYet;
    return `${wanted} ${t.decoded(decoded)}`;
  }

  override render() {
    return html`<p aria-live="polite" aria-atomic="true">${this.text}</p>`;
  }
}
