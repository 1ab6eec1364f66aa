import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { Topic } from '../../data/store.js';
import type { SaidNumbers } from '../../texts/guide-english.js';
import { guideTexts } from '../../texts/guide.js';
import { labTexts } from '../../texts/lab.js';
import { goTo } from '../../ui/go-to.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import '../dials/dial.js';
import { placesOf, type Verdict } from './causes.js';
import { measureChain, type MeasuredChain } from './measured-chain.js';
import { observe, secondsHeard } from './observe.js';
import { diagnose, symptomIds, type Finding, type SymptomId } from './symptoms.js';
import { guideStyles } from './guide-styles.js';

/** What must have been heard before anything is said. */
const LISTEN_S = 12;

/** From what somebody sees to what causes it, checked on the running signal. */
@customElement('myo-guide')
export class GuidePanel extends StoreElement {
  static override styles = [controls, guideStyles];

  @state() private symptom: SymptomId | undefined;
  @state() private measured: MeasuredChain | undefined;
  @state() private heard = 0;
  private person: unknown;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  protected override readonly streams = ['raw', 'filtered', 'truth', 'features', 'decisions'] as const;

  protected override frame(): void {
    // Of another patient nothing that was measured holds.
    if (this.person !== this.store.generation) {
      this.person = this.store.generation;
      this.measured = undefined;
    }
    const heard = Math.min(LISTEN_S, Math.floor(secondsHeard(this.store)));
    if (heard !== this.heard) this.heard = heard;
    if (!this.measured && this.symptom && heard >= LISTEN_S) this.measure();
  }

  private measure(): void {
    const seen = observe(this.page);
    this.measured = seen && measureChain(seen);
  }

  private choose(symptom: SymptomId): void {
    this.symptom = symptom;
    if (this.heard >= LISTEN_S) this.measure();
  }

  private numbers({ channels, value, against, movement, decided, hz }: Verdict): SaidNumbers {
    const said = (x: number | undefined): string => (x === undefined || Number.isNaN(x) ? '–' : short(x));
    return {
      channels: channels?.join(', ') ?? '',
      value: said(value),
      against: said(against),
      movement: movement === undefined ? '–' : this.store.nameOf(movement),
      decided: decided === undefined ? '–' : this.store.nameOf(decided),
      hz: said(hz),
    };
  }

  private cause({ cause, verdict }: Finding): TemplateResult {
    const t = guideTexts();
    const text = t.causes[cause];
    const { dial, tool } = placesOf[cause] ?? {};
    const fits = verdict.state === 'fits';
    return html`<li class=${verdict.state} data-cause=${cause}>
      <h5>
        <span class="tag">${fits ? '✓' : verdict.state === 'no' ? '✕' : '?'} ${t[verdict.state]}</span>
        ${text.name}
      </h5>
      <p>${verdict.state === 'unknown' ? t.tooLittle : text.measured(this.numbers(verdict))}</p>
      ${
        fits
          ? html`<p><b>${t.doThis}:</b> ${text.mend}</p>
              <div class="go">
                ${
                  dial && this.store.scenario
                    ? html`<div class="dial">
                        <span class="hint">${t.dial}</span><myo-dial path=${dial}></myo-dial>
                      </div>`
                    : nothing
                }
                ${
                  tool
                    ? html`<button @click=${() => goTo(`lab/${tool}`)}>${t.open(labTexts()[tool])}</button>`
                    : nothing
                }
              </div>`
          : nothing
      }
    </li>`;
  }

  private diagnosis(symptom: SymptomId, measured: MeasuredChain): TemplateResult {
    const t = guideTexts();
    const { shows, findings } = diagnose(symptom, measured);
    const { seconds, restSeconds, activeSeconds, windows } = measured;
    return html`<p class="shows ${shows}">
        ${shows === 'fits' ? t.shows : shows === 'no' ? t.showsNot : t.showsUnknown}
      </p>
      ${findings.some(({ verdict }) => verdict.state === 'fits') ? nothing : html`<p data-testid="guide-nothing">${t.nothing}</p>`}
      <ol>
        ${findings.map((finding) => this.cause(finding))}
      </ol>
      <p class="hint">
        ${t.basis(seconds.toFixed(0), restSeconds.toFixed(1), activeSeconds.toFixed(1), windows)} ${t.bounds}
      </p>`;
  }

  override render() {
    const t = guideTexts();
    const { symptom, measured } = this;
    return html`<h3>${t.heading}</h3>
      <p class="hint">${t.intro}</p>
      <div class="both">
        <div class="symptoms" role="group" aria-label=${t.choose}>
          ${symptomIds.map(
            (id) =>
              html`<button aria-pressed=${id === symptom} data-symptom=${id} @click=${() => this.choose(id)}>
                ${t.symptoms[id]}
              </button>`,
          )}
        </div>
        <section class="found" aria-live="polite">
          ${
            symptom === undefined
              ? nothing
              : html`<div class="title">
                  <h4 class="of">${t.symptoms[symptom]}</h4>
                  ${measured ? html`<button @click=${() => this.measure()}>${t.again}</button>` : nothing}
                </div>`
          }
          ${
            symptom && measured
              ? this.diagnosis(symptom, measured)
              : html`<p role="status">
                  ${this.heard < LISTEN_S ? t.listening(this.heard, LISTEN_S) : nothing}
                  <progress
                    max=${LISTEN_S}
                    value=${this.heard}
                    aria-label=${t.listening(this.heard, LISTEN_S)}
                  ></progress>
                </p>`
          }
        </section>
      </div>`;
  }
}
