import { css } from 'lit';

export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  .skip {
    position: absolute;
    left: 8px;
    top: -60px;
    z-index: 10;
    padding: 8px 14px;
    forced-color-adjust: none;
    background: var(--accent);
    color: var(--accent-ink);
  }
  .skip:focus {
    top: 8px;
  }
  header {
    position: sticky;
    top: 0;
    z-index: 5;
    display: flex;
    align-items: center;
    gap: 6px 14px;
    padding: 7px 16px;
    min-height: 52px;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
  }
  /* Wide enough, all stand in one row: whom it is about in the middle. */
  .top,
  .who {
    display: contents;
  }
  .who > * {
    order: 1;
  }
  .right {
    order: 2;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 9px;
    font-size: var(--size-l);
    font-weight: 680;
    letter-spacing: -0.01em;
  }
  .brand svg {
    width: 1.75rem;
    height: 1.75rem;
  }
  .ring {
    fill: none;
    stroke: var(--accent);
    stroke-width: 3;
  }
  .core {
    fill: var(--titanium);
  }
  .arc {
    fill: none;
    stroke: var(--warm);
    stroke-width: 4.2;
  }
  nav {
    display: flex;
    gap: 2px;
    padding: 3px;
    border-radius: 9px;
    background: var(--surface-2);
    border: 1px solid var(--line);
  }
  nav a {
    padding: 4px 14px;
    border-radius: 6px;
    color: var(--ink-2);
    text-decoration: none;
    font-weight: 600;
    font-size: var(--size-s);
  }
  nav a[aria-current] {
    background: var(--surface);
    color: var(--accent);
    box-shadow: 0 1px 2px rgb(0 0 0 / 18%);
    outline: 1px solid var(--line);
  }
  .preset {
    display: inline-flex;
    flex: 0 1 34em;
    align-items: center;
    gap: 8px;
    min-width: 0;
    font-size: var(--size-s);
    color: var(--ink-2);
  }
  .preset select {
    min-width: 0;
    flex: 1;
    text-overflow: ellipsis;
    font-weight: 600;
    color: var(--ink);
  }
  myo-person-chooser,
  myo-session {
    flex: none;
  }
  header small {
    color: var(--ink-2);
    font-size: var(--size-xs);
    white-space: nowrap;
  }
  .code {
    display: none;
  }
  .right button {
    white-space: nowrap;
  }
  .right {
    margin-left: auto;
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .link {
    min-width: 84px;
  }
  .theme {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 76px;
    padding: 4px 8px;
  }
  .help {
    min-width: 32px;
    padding: 4px 8px;
    font-weight: 700;
    font-size: var(--size-m);
  }
  .theme svg {
    width: 1.125rem;
    height: 1.125rem;
  }
  main {
    flex: 1;
    min-height: 0;
    display: flex;
    flex-direction: column;
    outline: none;
  }
  main > * {
    flex: 1;
    min-height: 0;
  }
  @media (min-width: 1100px) and (min-height: 640px) {
    :host {
      height: 100dvh;
    }
  }
  @media (max-width: 1399px) {
    header {
      flex-direction: column;
      align-items: stretch;
    }
    .top,
    .who {
      display: flex;
      align-items: center;
      gap: 6px 14px;
      min-width: 0;
    }
    .preset {
      flex-grow: 1;
    }
  }
  @media (max-width: 899px) {
    .theme span {
      display: none;
    }
    .theme {
      min-width: 40px;
    }
  }
  /* On a phone what is above goes with the page; views and connection stay. */
  @media (max-width: 760px) {
    header {
      display: contents;
    }
    .top,
    .who {
      background: var(--surface);
      padding: 6px 10px;
    }
    .top {
      position: sticky;
      top: 0;
      z-index: 5;
      gap: 4px;
      padding-inline: 8px;
      border-bottom: 1px solid var(--line);
    }
    .who {
      flex-wrap: wrap;
      gap: 6px 10px;
      border-bottom: 1px solid var(--line);
    }
    .brand span,
    .link,
    .long,
    .preset span,
    .theme span {
      display: none;
    }
    .code {
      display: inline;
    }
    .language,
    .help,
    .theme {
      min-width: 40px;
      padding: 4px 6px;
      justify-content: center;
    }
    .right {
      gap: 0;
    }
    nav a {
      padding: 6px;
    }
    .preset {
      flex: 1 1 0;
    }
    .who > myo-person-chooser {
      order: 2;
      flex: 1 1 100%;
    }
  }
  /* As narrow as a page is at 400 %: nothing is beyond the edge, also where letters are set wider. */
  @media (max-width: 379px) {
    .brand {
      display: none;
    }
    .top {
      flex-wrap: wrap;
      padding-inline: 4px;
    }
    nav a {
      padding: 6px 4px;
    }
  }
  /* On paper there is only what the page is about. */
  @media print {
    :host {
      display: block;
      height: auto;
    }
    header,
    .top,
    .who,
    .skip,
    myo-status,
    myo-notice,
    myo-recording,
    main:has(~ myo-help) {
      display: none;
    }
  }
  /* Nobody watches over a kiosk: what a visitor could lose their way with is not there. */
  :host([kiosk]) :is(nav, .who, .preset, myo-person-chooser, .link, .help, .place, myo-recording) {
    display: none;
  }
`;
