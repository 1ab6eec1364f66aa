import type { Thing } from './world-view.js';

/** What there is to say something about. */
export type TableMoment =
  'reach' | 'open' | 'close' | 'more' | 'carry' | 'upright' | 'slip' | 'release' | 'grip' | 'lost' | 'back';

/** What a person at the table is told; each a whole phrase, so that it can be said in other languages. */
export const tableWords: Readonly<Record<Thing['kind'], Readonly<Record<TableMoment, string>>>> = {
  cup: {
    reach: 'The arm brings the hand to the cup',
    open: 'Open the hand, so that the cup fits into it',
    close: 'Close the hand on the cup',
    more: 'Close a little more, or the cup will slip',
    carry: 'Hold the cup: the arm carries it',
    upright: 'Bring the cup upright again',
    slip: 'The cup slips: close the hand a little',
    release: 'Open the hand to let go of the cup',
    grip: 'This grip cannot hold the cup: take another',
    lost: 'That cup is lost: a new one is put there',
    back: 'Put down: the arm goes back',
  },
  block: {
    reach: 'The arm brings the hand to a block',
    open: 'Open the hand, so that a block fits into it',
    close: 'Close the hand on the block',
    more: 'Close a little more, or the block will slip',
    carry: 'Hold the block: the arm carries it over',
    upright: 'Hold the block',
    slip: 'The block slips: close the hand a little',
    release: 'Open the hand to let go of the block',
    grip: 'This grip cannot hold the block: take another',
    lost: 'Take another block',
    back: 'Over: the arm goes back',
  },
};

/** What concerns the arm, whatever it is to take. */
export const armWords = {
  level: 'Move the elbow until the forearm is level',
  turn: 'Turn the wrist until the thumb is up',
  deviate: 'Bring the wrist in line with the forearm',
  pause: 'The minute is over: rest until the next',
  noHand: 'This decoder moves no hand: teach it to open and close one',
} as const;
