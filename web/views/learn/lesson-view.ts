import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { TermId } from '../../texts/glossary.js';
import { learnTexts } from '../../texts/learn.js';
import type { LessonText } from '../../texts/lessons/lesson-text.js';
import { lessonTexts } from '../../texts/lessons/lesson-texts.js';
import { phrase } from '../../texts/phrase.js';
import { controls } from '../../ui/styles.js';
import { withTerms } from '../../ui/with-terms.js';
import { answerOf } from './answer.js';
import './beside-view.js';
import './lesson-now.js';
import { LessonRun } from './lesson-run.js';
import { lessonStyles } from './lesson-styles.js';
import { lessons, type LessonId } from './lessons.js';
import { scaleOf, SHOWN_S } from './picture.js';
import './picture-view.js';
import { RunElement } from './run-element.js';

/** One lesson: expect, try, check. */
@customElement('myo-lesson')
export class LessonView extends RunElement {
  static override styles = [controls, lessonStyles];

  @property() lesson: LessonId = 'force';
  /** Name of the patient who would be brought, by preset. */
  @state() private expected = '';
  @state() private checked = false;
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('lesson') || !this.isConnected) return;
    this.run?.leave();
    this.begin();
  }

  private begin(): void {
    const lesson = lessons.find(({ id }) => id === this.lesson);
    if (!lesson) return;
    this.run = new LessonRun(this.page, lesson, this.visit);
    this.expected = '';
    this.checked = false;
    this.refreshStreams();
  }

  protected override neededStreams() {
    return this.run?.lesson.streams ?? [];
  }

  protected override frame(): void {
    if (this.run?.tick()) this.requestUpdate();
  }

  private choose(id: string): void {
    this.checked = false;
    this.run?.choose(id);
    this.requestUpdate();
  }

  private check(): void {
    this.checked = true;
    const { lesson } = this;
    this.dispatchEvent(
      new CustomEvent<LessonId>('myo-lesson-done', { detail: lesson, bubbles: true, composed: true }),
    );
  }

  private again(): void {
    this.run?.leave();
    this.begin();
  }

  override render() {
    const { run } = this;
    if (!run) return nothing;
    const text = lessonTexts[this.lesson]();
    const met = new Set<TermId>();
    const marked = (words: string) => withTerms(words, met);
    return html`<section>
        <h1>${text.question}</h1>
        ${text.intro.map((words) => html`<p>${marked(words)}</p>`)} ${this.prediction(text, run, marked)}
      </section>
      <section>${this.control(text, run)}</section>
      <div class="pictures">${this.pictures(text, run, marked)}</div>
      <section aria-live="polite">${this.verdict(text, run, marked)}</section>`;
  }

  private prediction(text: LessonText, run: LessonRun, marked: Marked): TemplateResult {
    const t = learnTexts();
    const begun = run.setting !== undefined || run.results.size > 0;
    return html`<fieldset ?disabled=${begun} data-testid="prediction">
      <legend>${t.predict}</legend>
      <p>${marked(text.ask)}</p>
      ${Object.entries(text.choices).map(
        ([id, words]) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="expected"
              value=${id}
              .checked=${this.expected === id}
              @change=${() => (this.expected = id)}
            /><span>${words}</span></label
          >`,
      )}
      <small class="hint">${begun ? t.kept : t.changeable}</small>
    </fieldset>`;
  }

  private control(text: LessonText, run: LessonRun): TemplateResult {
    const t = learnTexts();
    const next = run.lesson.settings.find(({ id }) => !run.results.has(id));
    const ready = run.able && this.expected !== '';
    return html`<h2 id="control">${t.act}: ${text.control}</h2>
      <div class="settings" role="group" aria-labelledby="control">
        ${run.lesson.settings.map(({ id }) => {
          const measured = run.results.has(id);
          return html`<button
            data-setting=${id}
            class=${ready && id === next?.id && run.phase === 'idle' ? 'next' : ''}
            aria-pressed=${run.setting?.id === id}
            ?disabled=${!ready || run.phase !== 'idle'}
            @click=${() => this.choose(id)}
          >
            ${measured ? '✓ ' : ''}${text.settings[id]}
          </button>`;
        })}
      </div>
      <p class="hint">${run.able ? (ready ? this.whom(run) : t.chooseFirst) : t.watchOnly}</p>`;
  }

  private whom(run: LessonRun): TemplateResult | string {
    const t = learnTexts();
    const { visiting } = run;
    if (visiting)
      return html`${t.here}
        <button class="quiet back" data-testid="put-back" @click=${() => this.again()}>${t.putBack}</button>`;
    const { fits, preset } = run.lesson.patient;
    if (fits(this.store.scenario)) return t.here;
    const title = this.store.info?.presets.find(({ name }) => name === preset)?.title ?? preset;
    return t.brings(phrase(title));
  }

  private pictures(text: LessonText, run: LessonRun, marked: Marked): TemplateResult {
    const t = learnTexts();
    const { shows, settings, picture } = run.lesson;
    const taken = [...run.results.values()].flatMap(({ picture: one }) => one ?? []);
    const scale = taken.length > 0 ? scaleOf(taken) : 0;
    return html`<div class="card">
        <myo-lesson-now
          .run=${run}
          .scale=${scale}
          setting=${run.setting ? (text.settings[run.setting.id] ?? '') : ''}
        ></myo-lesson-now>
        <p class="hint"><strong>${t.watch}:</strong> ${marked(text.look)}</p>
      </div>
      <div class="card">
        <h2>${t.measured}</h2>
        <div class="stills">
          ${settings.map(({ id }) => {
            const result = run.results.get(id);
            const label = text.settings[id] ?? '';
            const number = `${short(result?.numbers[shows.name] ?? null)} ${shows.unit}`;
            return html`<figure class="still" data-still=${id}>
              <figcaption>
                <span>${label}</span>${result ? html`<span class="number">${number}</span>` : nothing}
              </figcaption>
              ${
                result
                  ? html`<myo-lesson-picture
                      compact
                      .picture=${result.picture}
                      .scale=${scale}
                      .nameOf=${this.store.nameOf}
                      label="${label}: ${number}"
                    ></myo-lesson-picture>`
                  : html`<div class="empty">${t.notYet}</div>`
              }
            </figure>`;
          })}
        </div>
        <p class="hint">
          ${t.number}: ${marked(text.shows)}.
          ${picture === 'traces' ? t.measuredHint(String(SHOWN_S)) : t.measuredAll}
        </p>
      </div>`;
  }

  private verdict(text: LessonText, run: LessonRun, marked: Marked): TemplateResult {
    const t = learnTexts();
    const { numbers, lesson, results } = run;
    const left = lesson.settings.length - results.size;
    if (!this.checked || !numbers)
      return html`<div class="turn">
          <button class="primary" data-testid="check" ?disabled=${left > 0} @click=${() => this.check()}>
            ${t.check}
          </button>
        </div>
        ${left > 0 && results.size > 0 ? html`<p class="hint">${t.checkLater(left)}</p>` : nothing}`;
    const answer = answerOf(lesson, numbers, this.expected);
    return html`<div class="verdict ${answer.right ? 'right' : ''}" data-testid="verdict">
        <h2>${answer.right ? `✓ ${t.right}` : t.wrong}</h2>
        ${
          answer.right
            ? nothing
            : html`<p>
                ${t.youSaid(text.choices[this.expected] ?? '')} ${t.stream(text.choices[answer.shown] ?? '–')}
              </p>`
        }
        <p>${marked(text.found(numbers))}</p>
        ${answer.usual ? nothing : html`<p>${t.otherwise(text.choices[lesson.expected] ?? '')}</p>`}
      </div>
      <h2>${t.why}</h2>
      <p>${marked(text.why)}</p>
      <h2>${t.patient}</h2>
      <p>${marked(text.patient)}</p>
      ${
        text.beside
          ? html`<h2>${t.literature}</h2>
              <p>${marked(text.beside.text)}</p>
              <myo-beside source=${text.beside.source}></myo-beside>`
          : nothing
      }
      <div class="turn">
        <button @click=${() => this.again()}>${t.again}</button>
        <slot></slot>
      </div>`;
  }
}

type Marked = (words: string) => ReturnType<typeof withTerms>;
