import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { short } from '../../../data/format.js';
import type { TermId } from '../../../texts/glossary.js';
import { learnTexts } from '../../../texts/learn.js';
import { placingTexts } from '../../../texts/placing.js';
import { phrase } from '../../../texts/phrase.js';
import { controls } from '../../../ui/styles.js';
import { withTerms } from '../../../ui/with-terms.js';
import '../lesson-now.js';
import { LessonRun } from '../lesson-run.js';
import { lessonStyles } from '../lesson-styles.js';
import { scaleOf } from '../picture.js';
import '../picture-view.js';
import { RunElement } from '../run-element.js';
import { attemptOf, carelessly, type Choices } from './attempt.js';
import { judged, limits, muscleUv, PLACED_UV, type Judgement } from './judge.js';

const parts = ['skin', 'place', 'gain'] as const;

/** Prepare the skin, place, set the gain, check the rest: a self-test on a live arm. */
@customElement('myo-placing')
export class PlacingView extends RunElement {
  static override styles = [
    controls,
    lessonStyles,
    css`
      .points {
        display: grid;
        gap: 8px;
        margin: 8px 0 0;
        padding: 0;
        list-style: none;
      }
      .points li {
        padding: 8px 12px;
        border-left: 4px solid var(--warm);
        background: var(--surface);
        line-height: 1.5;
      }
      .points li.good {
        border-left-color: var(--good);
      }
    `,
  ];

  @state() private choices: Choices = carelessly;
  protected override readonly streams = ['filtered', 'raw'] as const;

  override connectedCallback(): void {
    super.connectedCallback();
    this.run ??= new LessonRun(this.page, attemptOf(this.choices), this.visit);
  }

  protected override frame(): void {
    const { run } = this;
    if (!run?.tick()) return;
    // What was measured at rest is followed by the hold.
    if (run.phase === 'idle' && run.setting?.id === 'rest' && run.results.has('rest')) run.choose('hold');
    this.requestUpdate();
  }

  private attempt(): void {
    this.run?.forget();
    this.run = new LessonRun(this.page, attemptOf(this.choices), this.visit);
    this.run.choose('rest');
    this.requestUpdate();
  }

  override render() {
    const t = placingTexts();
    const l = learnTexts();
    const { run } = this;
    if (!run) return nothing;
    const met = new Set<TermId>();
    const busy = run.phase !== 'idle';
    const preset = run.lesson.patient.preset;
    const title = this.store.info?.presets.find(({ name }) => name === preset)?.title ?? preset;
    return html`<section>
        <h1>${t.title}</h1>
        ${t.intro.map((words) => html`<p>${withTerms(words, met)}</p>`)}
        ${parts.map((part) => this.choice(part, met, busy))}
      </section>
      <section>
        <div class="turn">
          <button
            class="primary"
            data-testid="measure"
            ?disabled=${busy || !run.able}
            @click=${() => this.attempt()}
          >
            ${t.measure}
          </button>
        </div>
        <p class="hint">
          ${run.able ? (run.lesson.patient.fits(this.store.scenario) ? l.here : l.brings(phrase(title))) : l.watchOnly}
        </p>
      </section>
      <div class="pictures">${this.pictures(run)}</div>
      <section aria-live="polite">${this.results(run)}</section>`;
  }

  private choice(part: (typeof parts)[number], met: Set<TermId>, busy: boolean): TemplateResult {
    const t = placingTexts();
    const words = { skin: t.skins, place: t.places, gain: t.gains } as const;
    const hints = { skin: t.skinHint, place: t.placeHint, gain: t.gainHint } as const;
    return html`<fieldset ?disabled=${busy}>
      <legend>${t[part]}</legend>
      <small class="hint">${withTerms(hints[part], met)}</small>
      ${Object.entries(words[part]).map(
        ([value, label]) =>
          html`<label class="choice"
            ><input
              type="radio"
              name=${part}
              value=${value}
              .checked=${this.choices[part] === value}
              @change=${() => (this.choices = { ...this.choices, [part]: value })}
            /><span>${label}</span></label
          >`,
      )}
    </fieldset>`;
  }

  private pictures(run: LessonRun): TemplateResult {
    const t = placingTexts();
    const l = learnTexts();
    const names = { rest: t.rest, hold: t.hold } as const;
    const taken = [...run.results.values()].flatMap(({ picture }) => picture ?? []);
    const scale = taken.length > 0 ? scaleOf(taken) : 0;
    const setting = run.setting?.id === 'hold' ? t.hold : run.setting ? t.rest : '';
    return html`<div class="card">
        <myo-lesson-now .run=${run} .scale=${scale} setting=${setting}></myo-lesson-now>
      </div>
      <div class="card">
        <h2>${l.measured}</h2>
        <div class="stills">
          ${(['rest', 'hold'] as const).map((id) => {
            const result = run.results.get(id);
            const number = `${short(result?.numbers['rms'] ?? null)} µV`;
            return html`<figure class="still">
              <figcaption>
                <span>${names[id]}</span>${result ? html`<span class="number">${number}</span>` : nothing}
              </figcaption>
              ${
                result
                  ? html`<myo-lesson-picture
                      compact
                      .picture=${result.picture}
                      .scale=${scale}
                      label="${names[id]}: ${number}"
                    ></myo-lesson-picture>`
                  : html`<div class="empty">${l.notYet}</div>`
              }
            </figure>`;
          })}
        </div>
      </div>`;
  }

  private results(run: LessonRun): TemplateResult | typeof nothing {
    const t = placingTexts();
    const [rest, hold] = run.numbers ?? [];
    if (!rest || !hold) return nothing;
    const judgements = judged(rest, hold);
    const left = judgements.filter(({ good }) => !good).length;
    return html`<div class="verdict ${left === 0 ? 'right' : ''}" data-testid="judgement">
        <h2>${left === 0 ? `✓ ${t.allGood}` : t.someLeft(left)}</h2>
        <ul class="points">
          ${judgements.map(
            (one) =>
              html`<li class=${one.good ? 'good' : ''} data-point=${one.point} data-good=${one.good}>
                <strong>${one.good ? `✓ ${t.good}` : t.bad}.</strong> ${foundOf(one, rest, hold)}
              </li>`,
          )}
        </ul>
      </div>
      <p class="hint">${t.limitsNote}</p>`;
  }
}

type Numbers = Readonly<Record<string, number>>;

function foundOf({ point, good }: Judgement, rest: Numbers, hold: Numbers): string {
  const t = placingTexts();
  const tell = (value: number | undefined): string => short(value ?? null);
  const coarse = (rest['levels'] ?? 0) < limits.levels;
  const clipped = (hold['clipped'] ?? 0) > limits.clippedPercent;
  switch (point) {
    case 'skin':
      if (coarse) return t.skinUnseen;
      return withHint(t.skinFound(tell(rest['rms']), limits.restUv), good, t.skinTry);
    case 'place':
      if (coarse || clipped) return t.placeUnseen;
      return withHint(t.placeFound(tell(muscleUv(rest, hold)), PLACED_UV), good, t.placeTry);
    case 'gain':
      return withHint(
        t.gainFound(tell(hold['clipped']), tell(rest['levels'])),
        good,
        coarse ? t.gainCoarse : t.gainClipped,
      );
    case 'rest': {
      const times = (hold['rms'] ?? NaN) / (rest['rms'] ?? NaN);
      return withHint(t.restFound(tell(times), limits.timesRest), good, t.restTry);
    }
  }
}

const withHint = (found: string, good: boolean, hint: string): string => (good ? found : `${found} ${hint}`);
