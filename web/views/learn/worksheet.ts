import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { learnTexts } from '../../texts/learn.js';
import { lessonTexts } from '../../texts/lessons/lesson-texts.js';
import { SpokenElement } from '../../ui/spoken-element.js';
import { controls } from '../../ui/styles.js';
import { lessons, type LessonId } from './lessons.js';
import { pageStyles } from './page-styles.js';

/** A lesson on paper: what to expect, what was measured, why, and what it means. */
@customElement('myo-worksheet')
export class Worksheet extends SpokenElement {
  static override styles = [
    controls,
    pageStyles,
    css`
      article {
        padding: 20px 28px;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .who {
        display: flex;
        gap: 24px;
        margin-bottom: 14px;
      }
      .who span {
        flex: 1;
        border-bottom: 1px solid var(--line-strong);
        padding-bottom: 2px;
      }
      ul {
        margin: 6px 0;
        padding: 0;
        list-style: none;
      }
      ul li {
        padding: 4px 0;
      }
      .box {
        display: inline-block;
        width: 14px;
        height: 14px;
        margin-right: 10px;
        border: 1.5px solid var(--ink-2);
        vertical-align: -2px;
      }
      table {
        width: 100%;
        margin-top: 6px;
      }
      th,
      td {
        padding: 8px;
        border: 1px solid var(--line-strong);
        text-align: left;
      }
      td {
        width: 60%;
      }
      .lines {
        height: 84px;
        background: repeating-linear-gradient(transparent 0 27px, var(--line-strong) 27px 28px);
      }
      .tools {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-bottom: 10px;
      }
      @media print {
        .tools {
          display: none;
        }
        article {
          border: 0;
          padding: 0;
        }
        h2,
        table,
        .lines {
          break-inside: avoid;
        }
      }
    `,
  ];

  @property() lesson: LessonId = 'force';

  override render() {
    const t = learnTexts();
    const text = lessonTexts[this.lesson]();
    const settings = lessons.find(({ id }) => id === this.lesson)?.settings ?? [];
    const unit = lessons.find(({ id }) => id === this.lesson)?.shows.unit ?? '';
    return html`<div class="tools">
        <button class="primary" @click=${() => print()}>${t.print}</button>
        <a class="link" href="#learn/teacher">${t.teacher}</a>
      </div>
      <article>
        <div class="who"><span>${t.sheetName}</span><span>${t.sheetDate}</span></div>
        <h1>${text.question}</h1>
        ${text.intro.map((words) => html`<p>${words}</p>`)}
        <h2>${t.sheetExpect}</h2>
        <p>${text.ask}</p>
        <ul>
          ${Object.values(text.choices).map((words) => html`<li><span class="box"></span>${words}</li>`)}
        </ul>
        <h2>${t.sheetMeasured}</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">${t.sheetSetting}: ${text.control}</th>
              <th scope="col">${t.sheetNumber}: ${text.shows}${unit === '' ? '' : ` (${unit})`}</th>
            </tr>
          </thead>
          <tbody>
            ${settings.map(
              ({ id }) =>
                html`<tr>
                  <th scope="row">${text.settings[id]}</th>
                  <td></td>
                </tr>`,
            )}
          </tbody>
        </table>
        <h2>${t.sheetSaw}</h2>
        <div class="lines"></div>
        <h2>${t.sheetWhy}</h2>
        <div class="lines"></div>
        <h2>${t.sheetPatient}</h2>
        <div class="lines"></div>
      </article>`;
  }
}
