import { css } from 'lit';

export const demoStyles = css`
  :host {
    display: grid;
    gap: 12px;
    padding: 12px;
    grid-template-columns: minmax(0, 1fr);
  }
  .left,
  .right {
    display: contents;
  }
  myo-journey {
    grid-column: 1 / -1;
  }
  .whole {
    grid-area: 1 / 1 / -1 / -1;
    margin: -12px;
  }
  .story {
    display: flex;
    flex-direction: column;
    padding: var(--gap-4);
    min-height: 0;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 12px;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  h1 {
    margin: 4px 0 12px;
    font-size: var(--size-xxl);
    line-height: 1.12;
    letter-spacing: -0.02em;
    font-weight: 680;
    text-wrap: balance;
  }
  .text {
    font-size: var(--size-l);
    line-height: 1.5;
    color: var(--ink-2);
    display: grid;
    gap: 12px;
    align-content: start;
    max-width: 34em;
  }
  myo-person-line {
    max-width: 42em;
    margin-top: 12px;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    min-height: 52px;
    padding-top: 8px;
  }
  .why {
    flex: 1 1 100%;
    color: var(--ink-2);
    font-size: var(--size-m);
    line-height: 1.45;
    max-width: 40em;
  }
  .act button.quiet {
    border-color: var(--line-strong);
  }
  .act button {
    min-height: 44px;
    padding: 8px 20px;
    font-size: var(--size-m);
    border-color: var(--warm);
  }
  .act button[data-active] {
    forced-color-adjust: none;
    background: var(--warm);
    border-color: var(--warm);
    color: var(--surface);
  }
  .steps {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 10px;
    padding-top: 14px;
  }
  .foot {
    margin-top: auto;
  }
  .play {
    letter-spacing: -0.1em;
  }
  .progress {
    height: 4px;
    margin-top: 8px;
    border-radius: 2px;
    background: var(--line);
    overflow: hidden;
  }
  .passed {
    display: block;
    height: 100%;
    background: var(--accent);
    transform: scaleX(0);
    transform-origin: left;
  }
  .presenting {
    color: var(--ink-2);
    font-size: var(--size-s);
  }
  .presenting summary {
    min-height: 28px;
    padding: 5px 0 0;
    cursor: pointer;
  }
  .presenting label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
  }
  .presenting input {
    width: 20px;
    height: 20px;
  }
  .windows {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 4px 0;
  }
  .steps > button {
    min-width: 48px;
    min-height: 42px;
    font-size: var(--size-m);
  }
  .dots {
    display: flex;
  }
  .dot {
    position: relative;
    width: 24px;
    min-height: 32px;
    padding: 0;
    border: 0;
    background: none;
  }
  .dot::before {
    content: '';
    position: absolute;
    inset: 50% auto auto 50%;
    width: 9px;
    height: 9px;
    translate: -50% -50%;
    border-radius: 50%;
    border: 1.5px solid var(--line-strong);
  }
  .dot[aria-current]::before {
    width: 20px;
    border-radius: 6px;
    background: var(--accent);
    border-color: var(--accent);
  }
  @media (forced-colors: active) {
    .dot[aria-current]::before {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
    }
    .passed {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  .stage {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-height: 480px;
    padding: 12px;
    border-radius: var(--radius);
    border: 1px solid var(--line);
    background: radial-gradient(ellipse at 50% 38%, var(--well), var(--surface-2) 82%);
  }
  .stage myo-prosthesis-view {
    flex: 1;
  }
  .stage myo-now {
    width: min(100%, 560px);
    align-self: center;
  }
  .limb {
    height: 340px;
  }
  .signals {
    height: 320px;
  }
  .looked {
    outline: 2.5px solid var(--accent);
    outline-offset: 0;
    border-radius: var(--radius);
  }
  @media (max-width: 759px) {
    :host {
      padding: 8px;
      gap: 8px;
    }
    .whole {
      margin: -8px;
    }
    .story {
      padding: 10px 8px 4px;
    }
    h1 {
      font-size: var(--size-xl);
    }
    .text {
      font-size: var(--size-m);
    }
    /* What a step speaks of stands right below its words. */
    .story {
      scroll-margin-top: 14.5rem;
      order: 1;
    }
    .looked {
      order: 2;
    }
    .stage:not(.looked),
    .intent:not(.looked),
    .limb:not(.looked),
    .signals:not(.looked) {
      order: 3;
    }
    .stage {
      min-height: 420px;
    }
  }
  @media (min-width: 760px) and (max-width: 1099px) {
    :host {
      grid-template-columns: 1fr 1fr;
    }
    .signals {
      grid-column: 1 / -1;
    }
  }
  @media (min-width: 1100px) {
    myo-journey {
      margin-bottom: 12px;
    }
    :host {
      grid-template: auto minmax(0, 1fr) / minmax(330px, 27%) minmax(0, 1fr) minmax(320px, 28%);
      row-gap: 0;
      height: 100%;
      min-height: 640px;
    }
    .left,
    .right {
      display: flex;
      flex-direction: column;
      gap: 12px;
      min-height: 0;
    }
    .left {
      grid-area: 2 / 1;
    }
    .stage {
      grid-area: 2 / 2;
    }
    .right {
      grid-area: 2 / 3;
    }
    .story {
      flex: 1;
      overflow: auto;
      padding-bottom: 0;
    }
    .foot {
      position: sticky;
      bottom: 0;
      padding-bottom: 4px;
      background: var(--ground);
    }
    .steps {
      padding-top: 10px;
    }
    h1 {
      font-size: var(--size-xl);
      margin-bottom: 8px;
    }
    .text {
      font-size: 1rem;
    }
    .intent {
      flex: none;
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
  }
`;
