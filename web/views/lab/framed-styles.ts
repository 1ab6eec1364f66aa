import { css } from 'lit';

/** Something that fills the frame of a panel, which fills its place. */
export const framedStyles = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  myo-panel {
    flex: 1;
  }
`;
