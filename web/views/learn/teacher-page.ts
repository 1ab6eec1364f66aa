import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { learnTexts } from '../../texts/learn.js';
import { lessonTexts } from '../../texts/lessons/lesson-texts.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { lessons } from './lessons.js';
import type { Lesson } from './lesson.js';
import { pageStyles } from './page-styles.js';

/** Address fragment of a lesson with the clean patient whom it needs. */
export function lessonLink({ id, patient }: Lesson): string {
  return `#learn/${id}&p=${patient.preset}`;
}

function addressOf(lesson: Lesson): string {
  const url = new URL(lessonLink(lesson), location.href);
  url.searchParams.delete('token');
  return url.href;
}

/** A link to each lesson, with the patient it needs, and its worksheet. */
@customElement('myo-teacher')
export class TeacherPage extends SpokenElement {
  static override styles = [
    controls,
    pageStyles,
    css`
      .on-paper {
        display: none;
      }
      /* Paper cannot be clicked: it has the address to type. */
      @media print {
        .links {
          display: none;
        }
        .on-paper {
          display: block;
          overflow-wrap: anywhere;
        }
        li {
          break-inside: avoid;
        }
      }
    `,
  ];

  @state() private copied = '';

  private async copy(lesson: Lesson): Promise<void> {
    await navigator.clipboard?.writeText(addressOf(lesson)).catch(() => undefined);
    this.copied = lesson.id;
  }

  override render() {
    const t = learnTexts();
    return html`<h1>${t.teacherTitle}</h1>
      <p>${t.teacherIntro}</p>
      <p>${t.teacherOrder}</p>
      <ol>
        ${lessons.map(
          (lesson) =>
            html`<li>
              <strong>${lessonTexts[lesson.id]().question}</strong>
              <div class="links">
                <a href=${lessonLink(lesson)}>${t.open}</a>
                <a href="#learn/worksheet-${lesson.id}">${t.worksheet}</a>
                <button class="quiet" @click=${() => this.copy(lesson)}>
                  ${this.copied === lesson.id ? t.copied : t.copy}
                </button>
              </div>
              <span class="on-paper" aria-hidden="true">${addressOf(lesson)}</span>
            </li>`,
        )}
      </ol>`;
  }
}
