/** What a person on the chair is told; each a whole phrase, so that it can be said in other languages. */
export const chairWords = {
  'knee up': 'Straighten the knee to the mark and hold it',
  'knee down': 'Bend the knee to the mark and hold it',
  'ankle up': 'Lift the toes to the mark and hold them',
  'ankle down': 'Press the toes down to the mark and hold them',
  rest: 'Rest',
  straight: 'Turn the leg back to the front',
  under: 'Bend the knee until the foot stands under it',
  flat: 'Bring the sole flat on the ground',
  rise: 'Straighten the knee: the body rises with it',
  stand: 'Stand, with as much weight as the scale allows',
  sit: 'Bend the knee: the body sits down with it',
  overload: 'Too much weight on the prosthesis: take more on the crutches',
  noKnee: 'This decoder moves no knee: teach it to bend and straighten one',
  noJoint: 'This decoder moves neither knee nor ankle: teach it to',
} as const;
/** Key of a phrase. */
export type ChairWord = keyof typeof chairWords;
