import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { learnTexts } from '../../texts/learn.js';
import { lessonTexts } from '../../texts/lessons/lesson-texts.js';
import { goTo } from '../../ui/go-to.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { storage } from '../../ui/storage.js';
import { controls } from '../../ui/styles.js';
import './glossary-page.js';
import { learnStyles } from './learn-styles.js';
import './lesson-view.js';
import { lessons, type LessonId } from './lessons.js';
import './placing/placing-view.js';
import { LessonProgress } from './progress.js';
import './teacher-page.js';
import './worksheet.js';

const pages = ['placing', 'glossary', 'teacher'] as const;
type PageName = (typeof pages)[number];

const WORKSHEET = 'worksheet-';

/** One question at a time, a practice, the words, and a page for teachers. */
@customElement('myo-learn')
export class LearnView extends SpokenElement {
  static override styles = [controls, learnStyles];

  /** Id of the lesson or page, as the address says it. */
  @property() chapter = '';
  private readonly progress = new LessonProgress(storage());

  private finish({ detail }: CustomEvent<LessonId>): void {
    this.progress.finish(detail);
    this.requestUpdate();
  }

  private reset(): void {
    this.progress.reset();
    this.requestUpdate();
  }

  private get page(): PageName | undefined {
    return pages.find((page) => page === this.chapter);
  }

  override render() {
    const { page } = this;
    const lesson = lessons.find(({ id }) => id === this.chapter)?.id ?? lessons[0].id;
    const sheet = this.chapter.startsWith(WORKSHEET)
      ? lessons.find(({ id }) => id === this.chapter.slice(WORKSHEET.length))?.id
      : undefined;
    const at = page ?? (sheet ? 'teacher' : lesson);
    return html`${this.list(at)}
    ${
      sheet
        ? html`<myo-worksheet lesson=${sheet}></myo-worksheet>`
        : page
          ? this.pageOf(page)
          : html`<myo-lesson lesson=${lesson} @myo-lesson-done=${this.finish}
              >${this.next(lesson)}</myo-lesson
            >`
    }`;
  }

  private pageOf(page: PageName): TemplateResult {
    switch (page) {
      case 'placing':
        return html`<myo-placing></myo-placing>`;
      case 'glossary':
        return html`<myo-glossary></myo-glossary>`;
      case 'teacher':
        return html`<myo-teacher></myo-teacher>`;
    }
  }

  private next(lesson: LessonId): TemplateResult {
    const t = learnTexts();
    const following = lessons[lessons.findIndex(({ id }) => id === lesson) + 1];
    return html`<button class="primary" @click=${() => goTo(`learn/${following?.id ?? 'placing'}`)}>
        ${following ? t.next : t.placing}
      </button>
      <button @click=${() => goTo('lab')}>${t.lab}</button>`;
  }

  private list(at: string): TemplateResult {
    const t = learnTexts();
    const count = this.progress.count;
    return html`<nav aria-label=${t.questions}>
      <div class="wide-list">
        <ol>
          ${lessons.map(({ id }, n) => {
            const done = this.progress.has(id);
            return html`<li>
              <a href="#learn/${id}" aria-current=${id === at ? 'page' : nothing}
                ><i aria-hidden="true">${done ? '✓' : n + 1}</i
                ><span
                  >${lessonTexts[id]().question}${
                    done ? html`<span class="visually-hidden"> (${t.done})</span>` : nothing
                  }</span
                ></a
              >
            </li>`;
          })}
        </ol>
        <h2>${t.more}</h2>
        <ol>
          ${pages.map(
            (page) =>
              html`<li>
                <a href="#learn/${page}" aria-current=${page === at ? 'page' : nothing}
                  ><i aria-hidden="true"></i>${t[page]}</a
                >
              </li>`,
          )}
        </ol>
      </div>
      <select
        class="narrow-list"
        aria-label=${t.question}
        @change=${(e: Event) => e.target instanceof HTMLSelectElement && goTo(`learn/${e.target.value}`)}
      >
        ${lessons.map(
          ({ id }, n) =>
            html`<option value=${id} .selected=${live(id === at)}>
              ${this.progress.has(id) ? '✓' : n + 1} · ${lessonTexts[id]().question}
            </option>`,
        )}
        ${pages.map((page) => html`<option value=${page} .selected=${live(page === at)}>${t[page]}</option>`)}
      </select>
      <div class="progress">
        <span>${t.progress(count, lessons.length)}</span>
        ${count > 0 ? html`<button class="quiet" @click=${() => this.reset()}>${t.reset}</button>` : nothing}
      </div>
    </nav>`;
  }
}
