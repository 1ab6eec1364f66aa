import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Source } from '../../../src/ground/sources/source.js';
import { learnTexts } from '../../texts/learn.js';
import { SpokenElement } from '../../ui/spoken-element.js';

/** Where a number of the literature stands, and how well that is known here. */
@customElement('myo-beside')
export class BesideView extends SpokenElement {
  static override styles = css`
    :host {
      display: block;
      font-size: var(--size-s);
      color: var(--ink-2);
    }
  `;

  /** Id in the registry of sources. */
  @property() source = '';
  @state() private registry: Readonly<Record<string, Source>> = {};

  override connectedCallback(): void {
    super.connectedCallback();
    // The registry is large, and hardly anybody looks.
    void import('../../../src/ground/sources/index.js').then(({ sources }) => (this.registry = sources));
  }

  override render() {
    const found = this.registry[this.source];
    return found ? html`${found.reference} (${learnTexts().states[found.state]})` : nothing;
  }
}
