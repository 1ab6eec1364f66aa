import { css } from 'lit';

export const labStyles = css`
  :host {
    display: block;
    padding: 10px;
  }
  .panels {
    display: grid;
    gap: 10px;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: max-content;
  }
  .place {
    min-width: 0;
    display: flex;
    flex-direction: column;
  }
  .place > :last-child {
    flex: 1;
    min-height: 0;
  }
  myo-journey {
    display: block;
    margin-bottom: 10px;
  }
  myo-journey[hidden] {
    display: none;
  }
  .list > .place {
    min-height: 300px;
  }
  .list > [data-panel='limb'] {
    height: 480px;
  }
  .list > :is([data-panel='signals'], [data-panel='prosthesis'], [data-panel='dials']) {
    height: 560px;
  }
  .list > .place:has(> [hearing]) {
    height: 860px;
  }
  .list > [data-panel='intent'] {
    min-height: 0;
  }
  .list > :is(.tool, [data-panel='tools']) {
    min-height: 420px;
  }
  @media (min-width: 760px) {
    .list {
      grid-template-columns: 1fr 1fr;
      grid-auto-flow: dense;
    }
    .list > .broad {
      grid-column: 1 / -1;
    }
    .list > [data-panel='intent'] {
      align-self: start;
    }
  }
  :host([wide]) {
    display: flex;
    flex-direction: column;
    min-height: max(620px, var(--least));
  }
  .wide {
    flex: 1;
    min-height: 0;
    grid-template-columns: var(--tracks);
    grid-template-rows: minmax(0, 1fr);
  }
  .column {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-width: 0;
    min-height: 0;
  }
  .column > .place {
    flex: var(--share) 1 0;
    min-height: 0;
  }
  /* Traces keep their room beside what the sound has to say. */
  .column > .place:has(> [hearing]) {
    flex-grow: 1.8;
  }
  .column > [data-panel='intent'] {
    flex: none;
  }
  @media (max-height: 639px) {
    :host([wide]) {
      min-height: max(820px, var(--least));
    }
  }
`;
