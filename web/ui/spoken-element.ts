import { LitElement } from 'lit';
import { onSpoken } from './speak.js';

/** Base of elements with text of their own: renders anew when the page speaks another language. */
export abstract class SpokenElement extends LitElement {
  private silence: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.silence = onSpoken(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.silence?.();
  }
}
