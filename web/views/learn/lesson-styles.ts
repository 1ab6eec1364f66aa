import { css } from 'lit';

export const lessonStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 14px;
    align-content: start;
  }
  section {
    min-width: 0;
  }
  h1 {
    margin: 0 0 10px;
    font-size: var(--size-xl);
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h2 {
    margin: 0 0 6px;
    font-size: var(--size-l);
  }
  section p {
    max-width: 66ch;
    font-size: 0.9375rem;
    line-height: 1.55;
  }
  .card p {
    line-height: 1.45;
  }
  p + p,
  fieldset + p,
  .settings + p {
    margin-top: 8px;
  }
  fieldset {
    margin: 10px 0 0;
    padding: 10px 14px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    display: grid;
    gap: 2px;
  }
  legend {
    padding: 0 6px;
    font-weight: 650;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    font-size: 0.9375rem;
  }
  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 6px;
  }
  .settings button {
    min-height: 40px;
    padding: 6px 14px;
    font-size: var(--size-m);
  }
  .settings .next {
    border-color: var(--warm);
    border-width: 2px;
  }
  .pictures {
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .card {
    padding: 10px 12px 12px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .stills {
    display: grid;
    gap: 10px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr));
  }
  figure {
    margin: 0;
  }
  .still figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 8px;
    padding-bottom: 4px;
    font-size: var(--size-s);
    font-weight: 600;
  }
  .still .empty {
    display: grid;
    place-items: center;
    aspect-ratio: 420 / 190;
    border: 1px dashed var(--line-strong);
    border-radius: var(--radius-s);
    color: var(--ink-3);
    font-size: var(--size-s);
  }
  .verdict + h2,
  p + h2,
  myo-beside + h2 {
    margin-top: 16px;
  }
  .hint {
    color: var(--ink-2);
  }
  .card .hint {
    margin-top: 6px;
  }
  .back {
    display: block;
    margin: 4px 0 0 -12px;
  }
  .verdict {
    padding: 12px 16px;
    border-left: 4px solid var(--warm);
    background: var(--warm-soft);
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
  }
  .verdict.right {
    border-left-color: var(--good);
    background: var(--surface);
  }
  .source {
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 14px;
  }
  .turn button {
    min-height: 40px;
  }
  /* On a phone the control and its picture are seen together. */
  @media (max-width: 1099px) {
    .pictures {
      scroll-margin-top: 60px;
    }
  }
  @media (min-width: 1100px) {
    :host {
      grid-template-columns: minmax(340px, 5fr) minmax(0, 7fr);
      grid-template-rows: auto auto 1fr;
      column-gap: 20px;
    }
    section {
      grid-column: 1;
    }
    .pictures {
      grid-column: 2;
      grid-row: 1 / span 3;
      align-self: start;
      position: sticky;
      top: 0;
    }
  }
`;
