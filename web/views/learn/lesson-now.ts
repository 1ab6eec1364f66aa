import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { learnTexts } from '../../texts/learn.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import type { LessonRun } from './lesson-run.js';
import { scaleOf, type Picture } from './picture.js';
import './picture-view.js';

/** How often the live picture is drawn anew. */
const EVERY_MS = 200;

/** What the stream looks like now, and how far the measurement is. */
@customElement('myo-lesson-now')
export class LessonNow extends StoreElement {
  static override styles = [
    controls,
    css`
      figure {
        margin: 0;
      }
      figcaption {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        min-height: 24px;
        font-weight: 600;
        font-size: var(--size-s);
        padding-bottom: 4px;
      }
      progress {
        width: 90px;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) run: LessonRun | undefined;
  /** What the setting in force is called. */
  @property() setting = '';
  /** The picture is drawn at this scale or a larger one. */
  @property({ type: Number }) scale = 0;
  private picture: Picture | undefined;
  private drawnAt = 0;

  protected override frame(now: number): void {
    if (now - this.drawnAt < EVERY_MS) return;
    this.drawnAt = now;
    this.picture = this.run?.live();
    this.requestUpdate();
  }

  private get says(): string {
    const t = learnTexts();
    const { setting } = this;
    switch (this.run?.phase) {
      case 'preparing':
        return t.preparing;
      case 'changing':
      case 'settling':
        return t.changing(setting);
      case 'measuring':
        return t.measuring(setting);
      default:
        return setting === '' ? t.waiting : t.still(setting);
    }
  }

  override render() {
    const { run, picture } = this;
    const busy = run !== undefined && run.phase !== 'idle';
    const scale = Math.max(this.scale, picture ? scaleOf([picture]) : 0);
    return html`<figure>
      <figcaption>
        <span>${this.says}</span>
        ${busy ? html`<progress aria-label=${this.says} max="1" value=${run.progress}></progress>` : ''}
      </figcaption>
      <myo-lesson-picture
        .picture=${picture}
        .scale=${scale}
        .nameOf=${this.store.nameOf}
        label=${this.says}
      ></myo-lesson-picture>
    </figure>`;
  }
}
