import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { ServiceLinks } from '../../data/service-api.js';
import { withNewSession, withSession } from '../../data/session-link.js';
import type { Topic } from '../../data/store.js';
import { shareTexts } from '../../texts/share.js';
import { said } from '../../ui/said.js';
import { StoreElement } from '../../ui/store-element.js';
import { controls } from '../../ui/styles.js';
import { qrPicture } from './qr-picture.js';

/** Who watches which patient, how to let others in, and how well the stream keeps time. */
@customElement('myo-share')
export class SharePanel extends StoreElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 270px), 1fr));
        gap: 16px 24px;
        align-items: start;
        font-size: var(--size-s);
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-width: 0;
      }
      h3 {
        font-size: var(--size-m);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 3px 14px;
        margin: 0;
      }
      dt {
        color: var(--ink-2);
      }
      dd {
        margin: 0;
      }
      summary {
        cursor: pointer;
        color: var(--accent);
        margin-bottom: 8px;
      }
      figure {
        margin: 0;
        width: 168px;
      }
      figcaption {
        font-weight: 650;
        margin-bottom: 4px;
      }
      .qr {
        display: block;
        width: 100%;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        margin-bottom: 6px;
      }
      a {
        color: var(--accent);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private links: ServiceLinks | undefined;
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'statistics', 'gap'];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.page.api?.links().then(
      (links) => (this.links = links),
      () => undefined, // Without it the panel says what it knows from the stream.
    );
  }

  override render() {
    return html`${this.who()}${this.time()}${this.others()}`;
  }

  private who() {
    const { session, role } = this.store.info ?? {};
    const t = shareTexts();
    return html`<section>
      <h3>${t.thisPatient}</h3>
      <p>${session?.shared === false ? t.isOwn : t.isShared}</p>
      ${role === 'viewer' ? html`<p><strong>${t.watching}</strong> ${t.onlyPresenters}</p>` : nothing}
      ${session?.shared === false ? html`<p><a href=${withSession(location.href, undefined).href}>${t.toShared}</a></p>` : role === 'viewer' ? nothing : html`<p><a href=${withNewSession(location.href).href} target="_blank" rel="noopener">${t.toOwn}</a></p>`}
    </section>`;
  }

  private others() {
    const { links } = this;
    if (!links) return nothing;
    const { presenter, viewer } = links;
    const t = shareTexts();
    return html`<section>
      <h3>${t.letIn}</h3>
      ${
        viewer === undefined
          ? html`<p>${t.onlyHere} <code>${'--host 0.0.0.0'}</code>. ${t.thenCode}</p>`
          : html`${invitation(t.toWatch, viewer)}${
              presenter === undefined
                ? nothing
                : html`<details>
                    <summary>${t.presenterCode}</summary>
                    ${invitation(t.toPresent, presenter)}
                  </details>`
            }`
      }
    </section>`;
  }

  private time() {
    const { statistics } = this.store.statistics ?? {};
    if (!statistics) return nothing;
    const { clock, clients, lostBlocks } = statistics;
    const { gaps } = this.store;
    const t = shareTexts();
    return html`<section>
      <h3>${t.stream}</h3>
      <dl>
        <dt>${t.viewers}</dt>
        <dd class="number">${clients}</dd>
        <dt>${t.lostFrames}</dt>
        <dd class="number">${lostBlocks}</dd>
        ${
          clock
            ? html`<dt>${t.late}</dt>
                <dd class="number">
                  ${t.lateBy(short(clock.latenessMs.median), short(clock.latenessMs.p99))}
                </dd>
                <dt>${t.jitter}</dt>
                <dd class="number">${short(clock.jitterMs)} ms</dd>
                <dt>${t.againstClock}</dt>
                <dd class="number">${clock.skewPpm === null ? t.notYet : `${short(clock.skewPpm)} ppm`}</dd>`
            : nothing
        }
        <dt>${t.holes}</dt>
        <dd>${gaps.length === 0 ? t.none : gaps.map(({ text }) => html`<p>${said(text)}</p>`)}</dd>
      </dl>
    </section>`;
  }
}

function invitation(title: string, link: string) {
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${qrPicture(link, shareTexts().code(title))}<a href=${link}>${link}</a>
  </figure>`;
}
