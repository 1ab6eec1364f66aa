// Texts still stand here, in English only.
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { short } from '../../data/format.js';
import type { ServiceLinks } from '../../data/service-api.js';
import { withNewSession, withSession } from '../../data/session-link.js';
import type { Topic } from '../../data/store.js';
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
    return html`<section>
      <h3>This patient</h3>
      <p>
        ${
          session?.shared === false
            ? 'A patient of your own: nobody sees your changes but those you give this address to. It ends when nobody has watched it for a while.'
            : 'Everybody who opens this service watches this patient, and sees what anybody changes.'
        }
      </p>
      ${role === 'viewer' ? html`<p><strong>You are watching.</strong> Only presenters change something.</p>` : nothing}
      ${session?.shared === false ? html`<p><a href=${withSession(location.href, undefined).href}>Watch the shared patient</a></p>` : role === 'viewer' ? nothing : html`<p><a href=${withNewSession(location.href).href} target="_blank" rel="noopener">Get a patient of your own</a></p>`}
    </section>`;
  }

  private others() {
    const { links } = this;
    if (!links) return nothing;
    const { presenter, viewer } = links;
    return html`<section>
      <h3>Let others in</h3>
      ${
        viewer === undefined
          ? html`<p>
              Only this computer reaches the service. For a class or a hall, start it with
              <code>--host 0.0.0.0</code>: this panel then shows a code to scan.
            </p>`
          : html`${invitation('To watch', viewer)}${
              presenter === undefined
                ? nothing
                : html`<details>
                    <summary>Code for presenters, who may change things</summary>
                    ${invitation('To present', presenter)}
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
    return html`<section>
      <h3>How the stream does</h3>
      <dl>
        <dt>Watching</dt>
        <dd class="number">${clients}</dd>
        <dt>Frames lost to slow readers</dt>
        <dd class="number">${lostBlocks}</dd>
        ${
          clock
            ? html`<dt>Later than due</dt>
                <dd class="number">
                  ${short(clock.latenessMs.median)} ms half the time, ${short(clock.latenessMs.p99)} ms at
                  most in 99 of 100 blocks
                </dd>
                <dt>Jitter</dt>
                <dd class="number">${short(clock.jitterMs)} ms</dd>
                <dt>Against the clock</dt>
                <dd class="number">
                  ${clock.skewPpm === null ? 'not yet: takes a minute' : `${short(clock.skewPpm)} ppm`}
                </dd>`
            : nothing
        }
        <dt>Holes</dt>
        <dd>${gaps.length === 0 ? 'none' : gaps.map(({ text }) => html`<p>${text}</p>`)}</dd>
      </dl>
    </section>`;
  }
}

function invitation(title: string, link: string) {
  return html`<figure>
    <figcaption>${title}</figcaption>
    ${qrPicture(link, `${title}: code of the link below`)}<a href=${link}>${link}</a>
  </figure>`;
}
