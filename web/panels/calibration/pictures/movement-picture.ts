import { css, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Topic } from '../../../data/store.js';
import { StoreElement } from '../../../ui/store-element.js';
import { figureStyles } from '../../prosthesis/figure-styles.js';
import { carrierOf } from '../../prosthesis/scene-input.js';
import type { movementFigure } from './movement-figure.js';

/** Picture of a movement on the patient's own prosthesis. The figure's code comes when it is first asked for. */
@customElement('myo-movement-picture')
export class MovementPicture extends StoreElement {
  static override styles = [
    figureStyles,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      .ghost .rim path {
        fill: none;
        stroke: var(--ink-3);
        stroke-width: 3px;
      }
      .ghost .body path {
        fill: var(--well);
        stroke: none;
      }
    `,
  ];

  @property() movement = 'rest';
  protected override readonly topics: readonly Topic[] = ['serverInfo', 'scenario'];
  @state() private figure: typeof movementFigure | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void import('./movement-figure.js').then((made) => (this.figure = made.movementFigure));
  }

  override render() {
    const joints = this.store.info?.joints ?? [];
    if (!this.figure || joints.length === 0) return nothing;
    return this.figure(this.movement, joints, this.store.vocabulary, carrierOf(this.store));
  }
}
