import { css } from 'lit';

export const operationStyles = css`
  :host {
    display: grid;
    gap: 10px;
    padding: 10px;
    grid-template-columns: minmax(0, 1fr);
  }
  .words {
    padding: var(--gap-2) var(--gap-3) 0;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 12px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  .count a {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    color: var(--accent);
    font-weight: 600;
  }
  h1 {
    margin: 4px 0 8px;
    font-size: var(--size-xl);
    line-height: 1.15;
    letter-spacing: -0.015em;
    font-weight: 680;
  }
  .sentence {
    font-size: var(--size-l);
    line-height: 1.5;
    max-width: 34em;
  }
  .facts {
    padding: 0 var(--gap-3);
  }
  .model {
    padding: 8px 12px;
    border-left: 4px solid var(--accent);
    background: var(--surface-2);
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
    color: var(--ink-2);
    font-size: var(--size-m);
    line-height: 1.45;
  }
  details {
    margin-top: 12px;
    color: var(--ink-2);
    font-size: var(--size-m);
    line-height: 1.5;
    max-width: 38em;
  }
  summary {
    min-height: 32px;
    padding: 5px 0;
    cursor: pointer;
    font-weight: 600;
    color: var(--ink);
  }
  details p + p {
    margin-top: 8px;
  }
  .drawing {
    display: flex;
    flex-direction: column;
    margin: 0;
    min-height: 0;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--well);
  }
  .drawing svg {
    flex: 1;
    min-height: 0;
  }
  figcaption {
    color: var(--ink-3);
    font-size: var(--size-xs);
    text-align: center;
  }
  .live {
    display: contents;
  }
  .elsewhere {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 10px 12px;
    border: 1px solid var(--caution);
    border-radius: var(--radius);
    background: var(--caution-soft);
    font-size: var(--size-m);
    line-height: 1.4;
  }
  .limb {
    height: 340px;
  }
  .signals {
    height: 300px;
  }
  .scrub {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .scrub > button {
    flex: none;
    width: 44px;
    min-height: 44px;
    padding: 0;
    font-size: 1.5rem;
    line-height: 1;
  }
  .scrub > .play {
    font-size: 1rem;
    letter-spacing: -0.1em;
  }
  .track {
    flex: 1;
    min-width: 0;
  }
  .track input {
    height: 32px;
  }
  ol {
    display: none;
  }
  @media (max-width: 759px) {
    :host {
      scroll-margin-top: 14.5rem;
    }
    .drawing {
      height: 380px;
    }
    .sentence {
      font-size: var(--size-m);
      min-height: 4.5em;
    }
    .words {
      padding: 0 6px;
    }
    .facts {
      order: 1;
    }
    .limb,
    .signals,
    .elsewhere {
      order: 2;
    }
    .scrub {
      order: 3;
    }
  }
  @media (min-width: 760px) and (max-width: 1099px) {
    :host {
      grid-template-columns: 1fr 1fr;
    }
    .drawing {
      height: 520px;
    }
    .scrub,
    .elsewhere {
      grid-column: 1 / -1;
    }
  }
  @media (min-width: 1100px) {
    :host {
      grid-template: auto minmax(0, 1fr) auto / minmax(300px, 25%) minmax(0, 1fr) minmax(320px, 28%);
      height: 100%;
      min-height: 640px;
    }
    .words {
      grid-area: 1 / 1;
    }
    .facts {
      grid-area: 2 / 1;
      overflow: auto;
    }
    .drawing {
      grid-area: 1 / 2 / 3 / 2;
    }
    .live {
      grid-area: 1 / 3 / 3 / 3;
      display: flex;
      flex-direction: column;
      gap: 10px;
      min-height: 0;
    }
    .limb {
      flex: 1.15 1 0;
      height: auto;
    }
    .signals {
      flex: 1 1 0;
      height: auto;
      min-height: 0;
    }
    .scrub {
      grid-column: 1 / -1;
    }
    ol {
      display: flex;
      justify-content: space-between;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      flex: 1 1 0;
      display: flex;
      justify-content: center;
      min-width: 0;
    }
    li:first-child {
      flex: 0.5 1 0;
      justify-content: flex-start;
    }
    li:last-child {
      flex: 0.5 1 0;
      justify-content: flex-end;
    }
    .tick {
      min-height: 26px;
      padding: 2px 4px;
      border: 0;
      background: none;
      color: var(--ink-2);
      font-size: var(--size-xs);
      font-weight: 550;
      line-height: 1.15;
    }
    .tick[aria-current] {
      color: var(--accent);
      font-weight: 750;
    }
  }
  @media (min-width: 1900px) {
    h1 {
      font-size: var(--size-xxl);
    }
    .sentence {
      font-size: 1.4rem;
    }
    .model,
    details {
      font-size: var(--size-l);
    }
    .tick {
      font-size: var(--size-m);
    }
  }
`;
