import { suitePeople } from './suite-people.js';
import type { Suite } from './suite.js';

const name = 'MB-1';

/** MB-1, frozen: thirty people of six bodies, ten of them held for the test. */
export const mb1: Suite = {
  name,
  people: suitePeople(name, [
    { body: 'transhumeral-tmr', people: 5, test: 2 },
    { body: 'transhumeral-surface-tmr', people: 5, test: 2 },
    { body: 'transfemoral-surface', people: 5, test: 2 },
    { body: 'transradial-armband', people: 5, test: 2 },
    { body: 'volunteer-forearm', people: 5, test: 1 },
    { body: 'volunteer-forearm-feedback', people: 5, test: 1 },
  ]),
  quickBodies: ['transhumeral-tmr', 'transradial-armband'],
  conditions: [
    { name: 'plain', ability: 'plain', title: 'As calibrated', turns: [] },
    {
      ...{ name: 'day', ability: 'day', title: 'Another day, electrodes put on again' },
      ...{ turns: [{ dial: 'day', level: 2 }], donning: 1 },
    },
    {
      ...{ name: 'donning', ability: 'donning', title: 'Electrodes put on 10 mm around and 5 mm along' },
      turns: [
        { dial: 'shift-around', level: 10 },
        { dial: 'shift-along', level: 5 },
      ],
    },
    {
      ...{ name: 'position', ability: 'position', title: 'Another limb position' },
      turns: [{ dial: 'position', level: 25 }],
    },
    {
      ...{ name: 'weak', ability: 'effort', title: 'Contractions of 20 % MVC' },
      turns: [{ dial: 'effort', level: 20 }],
    },
    {
      ...{ name: 'strong', ability: 'effort', title: 'Contractions of 70 % MVC' },
      turns: [{ dial: 'effort', level: 70 }],
    },
    {
      ...{ name: 'noise', ability: 'disturbance', title: 'Contact noise of 20 µV more' },
      turns: [{ dial: 'noise', level: 20 }],
    },
    {
      ...{ name: 'sweat', ability: 'disturbance', title: 'Sweat bridging two channels' },
      turns: [{ dial: 'sweat-bridge', level: 100 }],
    },
    {
      ...{ name: 'contact', ability: 'disturbance', title: 'Contacts lifting off, 20 per minute' },
      turns: [{ dial: 'lift-off', level: 20 }],
    },
    {
      ...{ name: 'fatigue', ability: 'fatigue', title: 'After two minutes of exercise' },
      turns: [{ dial: 'fatigue', level: 2 }],
    },
  ],
  prompts: { style: 'trapezoid', repetitions: 2, leadMs: 1000, rampMs: 400, holdMs: 1500, restMs: 1200 },
  living: { style: 'daily-living', repetitions: 6, leadMs: 1000, rampMs: 400, holdMs: 2000, restMs: 2500 },
  restSeconds: 60,
  disturbedRestSeconds: 10,
  recoveries: 5,
  briefMs: 1000,
};
