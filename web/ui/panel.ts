import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Frame of a panel: heading, tools at its right (slot `tools`), body that may scroll. */
@customElement('myo-panel')
export class Panel extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
      background: var(--surface);
      border: 1px solid var(--line);
      border-radius: var(--radius);
      box-shadow: var(--shadow);
      overflow: hidden;
    }
    header {
      box-sizing: border-box;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 5px 12px;
      min-height: 42px;
      border-bottom: 1px solid var(--line);
    }
    h2 {
      margin: 0;
      font-size: var(--size-m);
      font-weight: 650;
      letter-spacing: 0.01em;
      margin-right: auto;
    }
    .body {
      box-sizing: border-box;
      flex: 1;
      min-height: 0;
      overflow: auto;
      padding: var(--gap-3);
      position: relative;
    }
    :host([flush]) .body {
      padding: 0;
      overflow: hidden;
    }
    slot[name='tools'] {
      display: contents;
    }
  `;

  @property() heading = '';
  @property({ type: Boolean, reflect: true }) flush = false;

  override render() {
    return html`<header>
        <h2>${this.heading}</h2>
        <slot name="tools"></slot>
      </header>
      <div class="body"><slot></slot></div>`;
  }
}
