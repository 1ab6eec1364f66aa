import { inSocket, operated, sewn } from './journey-states.js';
import type { Preset } from './preset.js';
import { transfemoralSurface } from './transfemoral.js';

const durationS = 25;

/** On the table: numbed, without a prosthesis. */
const numbed = { ...inSocket, durationS, nerveBlock: true, loadingPercent: 0 };
const thinned = { ...numbed, fatThinned: true };
const freed = { ...thinned, neuromasLeft: 0 };
/** From here the days since this operation count, with which swelling begins. */
const sutured = { ...freed, ...sewn, daysSinceSurgery: 0 };
const stemmed = { ...sutured, stemRadiusMm: operated.stemRadiusMm };
const closed = { ...stemmed, anchor: operated.anchor, noiseUv: operated.noiseUv };
const awake = { ...operated, durationS };

/** Single stage, press-fit; loads and days are assumptions between the protocols of several centres. */
const stages = [
  {
    ...inSocket,
    durationS,
    scene: 'before',
    title: 'before',
    text: 'Years in a socket have left fat under the skin, cut muscles that hold on to nothing, and two painful nerve ends.',
  },
  {
    ...numbed,
    scene: 'anaesthesia',
    title: 'anaesthesia',
    text: 'The nerves of the leg are numbed: no command reaches the muscles any more, and they fall silent.',
  },
  {
    ...numbed,
    scene: 'incision',
    title: 'incision',
    text: 'The end of the stump is opened, and the end of the bone is laid bare.',
  },
  {
    ...thinned,
    scene: 'thinning',
    title: 'thinning',
    text: 'Spare fat and loose tissue are cut away, so that the skin lies close to muscle and bone.',
  },
  {
    ...freed,
    scene: 'neuromas',
    title: 'neuromas',
    text: 'Painful knots at the ends of cut nerves are found and removed; the fresh ends are laid deep into muscle.',
  },
  {
    ...sutured,
    scene: 'myodesis',
    title: 'muscles to bone',
    text: 'The muscles are drawn over the end of the bone and sewn to it, so that they have something to pull on again.',
  },
  {
    ...sutured,
    scene: 'reaming',
    title: 'reaming',
    text: 'The hollow of the bone is widened in steps, each reamer a little wider than the last, until it fits the stem.',
  },
  {
    ...stemmed,
    scene: 'stem',
    title: 'stem',
    text: 'A stem is pressed into the bone. It has no screw thread; its surface is rough and porous, for bone to grow onto.',
  },
  {
    ...closed,
    scene: 'stoma',
    title: 'stoma',
    text: 'Through a small round opening in the skin, the stoma, a polished and coated adapter is set into the stem.',
  },
  {
    ...awake,
    scene: 'loading',
    title: 'first days',
    text: 'From the first days the stem is loaded on a scale, a little more each time. The leg is still swollen.',
    daysSinceSurgery: 2,
    loadingPercent: 10,
  },
  {
    ...awake,
    scene: 'steps',
    title: 'first steps',
    text: 'The first steps are taken on crutches, while the bone grows onto the stem and carries more and more.',
    daysSinceSurgery: 42,
    loadingPercent: 60,
  },
  {
    ...awake,
    scene: 'feeling',
    title: 'feeling the ground',
    text: 'Each touch of the ground runs up the stem into the bone and is felt and heard there: osseoperception.',
    daysSinceSurgery: 182,
    loadingPercent: 100,
  },
];

/** The operation itself, scene by scene. */
export const operation: Preset = {
  name: 'operation',
  title: 'Thigh, the operation scene by scene',
  description:
    'One person through a single-stage press-fit operation and the half year after it, in twelve scenes: anaesthesia, ' +
    'incision, fat thinned, neuromas removed, muscles sewn to bone, canal reamed, stem pressed in, stoma, first load, ' +
    'first steps, feeling.',
  scenario: { ...transfemoralSurface.scenario, journey: { stages } },
};
