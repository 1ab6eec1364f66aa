/** Names in the drawing; `|` breaks a line. */
const labels = {
  bone: 'bone',
  socket: 'socket',
  looseMuscle: 'muscle,|end loose',
  fat: 'fat',
  knot: 'painful|nerve end',
  numbed: 'numb|from here',
  nerve: 'nerve',
  bare: 'bone,|laid bare',
  edge: 'edge of|the skin',
  fatThin: 'fat,|thinned',
  formerSkin: 'the skin|before',
  buried: 'nerve end|in muscle',
  sutures: 'sutures|into bone',
  sewnMuscle: 'muscle,|sewn to it',
  swelling: 'swelling',
  reamer: 'reamer',
  wall: 'wall of|the bone',
  narrower: 'narrower|ones before',
  stem: 'stem, no|thread',
  porous: 'rough and|porous',
  stoma: 'stoma',
  adapter: 'polished|adapter',
  scale: 'scale',
  load: 'load',
  crutch: 'crutch',
  grown: 'bone|grows on',
  way: 'a touch|runs up',
  felt: 'felt and|heard',
};

/** What is drawn and has a name. */
export type OperationLabel = keyof typeof labels;

/** English of the operation's scenes. */
export const operationEnglish = {
  heading: 'The operation',
  sceneOf: (scene: number, all: number) => `Scene ${scene} of ${all}`,
  leave: 'Back to the story',
  previous: 'Previous scene',
  next: 'Next scene',
  play: 'Let the scenes run by themselves',
  pause: 'Stop here',
  slider: 'Scenes of the operation',
  drawing: 'Long section of the stump, front on the left, hip above',
  drawingNote: 'Widths are those of this patient. Lengths are drawn freely.',
  section: 'Cross-section, now',
  signal: 'What the electrodes hear, now',
  more: 'More, and where it is known from',
  follows: 'The patient follows …',
  elsewhere:
    'The drawing can be gone through as it is. Cross-section and signal belong to another patient now.',
  bring: 'Bring the patient of the scenes',
  inModel: 'In the model',
  changes: {
    begin: 'Here it begins.',
    nothing: 'Nothing changes in the signal: this scene is told by the drawing alone.',
    numbed: 'the nerves are blocked: no command reaches a muscle',
    awake: 'the block has ended: commands reach the muscles again',
    fat: (from: string, to: string) => `muscle to skin: ${from} → ${to} mm`,
    knots: 'no painful nerve ends: restless bursts end',
    fixation: (from: string, to: string) => `hold of the muscles on the bone: ${from} → ${to} (assumed)`,
    stem: 'metal in the bone',
    anchor: 'a bone anchor instead of a socket that moves the electrodes',
    noise: (from: string, to: string) => `noise of the contacts: ${from} → ${to} µV`,
    load: (to: string) => `load: ${to} % of full load (assumed)`,
    days: (to: string) => `days since the operation: ${to}`,
    silent:
      'Under the block the muscles are silent and the lines show noise: you will hear this when it ends.',
  },
  labels,
  mores: {
    before: [
      'X-ray or CT images give the size of the stem, the level of the cut and the length of the adapter (a maker’s page). How dense the bone is sets how fast it may be loaded later (Royal Free hospital).',
      'In 12 people seen by MRI, cut muscles had lost 40 to 60 % of their cross-section at least two years later (Jaegers 1995).',
    ],
    anaesthesia: [
      'The procedure told here numbs the region and sedates. Other centres give a general anaesthetic and a spinal or epidural block with it (Royal Free, BADAL X). Such a block is for a leg, not for an arm.',
      'In a theatre no electrodes would be on the skin. Here they stay, so that the scenes can be compared.',
    ],
    incision: [
      'One maker’s page describes a cut from side to side in the shape of a smile, with a slightly longer flap in front (BADAL X).',
      'An antibiotic is given at the beginning of the anaesthesia (BADAL X).',
    ],
    thinning: [
      'Clinics name as their aim the smallest distance between bone and skin, less skin that moves on metal, and fewer complications. How many millimetres that should be: no source was found. The 6 mm of this patient are assumed.',
      'Swelling hides it in the first days: see the scene “First days”.',
    ],
    neuromas: [
      'A cut nerve can form a painful knot, a neuroma: 13 to 32 % of people with an amputation have one that hurts (Pet 2014). Taking it out is not a cure for phantom pain.',
      'Elsewhere the nerve is led to another muscle (TMR) or given a piece of muscle of its own (RPNI).',
    ],
    myodesis: [
      'This is the myodesis that this program is named after. The order differs by centre: the Royal Free lists the muscles before the reaming, a paper on technique closes them over the bone after the implant (Harrington 2024).',
      'Sewn muscles alone drive no prosthesis: electrodes have to hear them. From here the model counts the days, and swelling sets in.',
    ],
    reaming: [
      'An oval canal is turned into a round one. On one page, for the shin, reaming ends when the last reamer is as wide as the stem.',
      'How much wider than its canal a stem should be: no source was found.',
    ],
    stem: [
      'At first it is held by friction. Bone grows on over weeks to months.',
      'There is another family of implants, with a screw thread and always two operations; it has its own schedule and is not shown. Press-fit stems, too, are set in two operations at many centres, some weeks apart.',
    ],
    stoma: [
      'The opening stays open for life, is washed with soap and water twice a day, and is never sealed. Mild infections are common: in 90 people, 21 infections of the soft tissue in the first year, and one stem loosened by infection (Atallah 2020).',
      'Polish and coating are meant to reduce friction and sticking. That they lower infection: no clinical proof was found.',
    ],
    loading: [
      'Royal Free: as early as the next day, from 5 kg, 20 minutes twice a day, up to half the body weight or 50 kg. Radboud begins on day 3 to 10. Nobody walks on the first two days.',
      'The load is read from the scale, not judged by feeling. The swelling here is an assumption of the model.',
    ],
    steps: [
      'Royal Free: two crutches for six weeks, one for six more, then none. Radboud: full load with an aid from day 35 to 42. A slow track takes longer where the bone is short or weak.',
      'The decoder learned before the operation. It meets a changed limb and has to be taught again.',
    ],
    feeling: [
      'Vibration runs through the bone to the remaining receptors and to the ear: 12 people heard it from 400 Hz up (Clemente 2017). It is neither a nerve implant nor the touch of skin.',
      'How well the muscles have recovered by now is an assumption of the model.',
    ],
  },
};
