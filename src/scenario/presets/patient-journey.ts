import { inSocket, operated } from './journey-states.js';
import type { Preset } from './preset.js';
import { transfemoralSurface } from './transfemoral.js';

/** Loads after the two-step load-bearing of press-fit femoral implants; the times are assumptions. */
const stages = [
  {
    ...inSocket,
    title: 'before surgery',
    text: 'In the socket: fat under the skin, cut muscles that hold on to nothing, two painful nerve ends.',
    durationS: 40,
  },
  {
    ...inSocket,
    title: 'nerve block',
    text: 'Regional anaesthesia for the operation: no command reaches the muscles, and only noise is left.',
    durationS: 20,
    nerveBlock: true,
  },
  {
    ...operated,
    title: 'day 2',
    text: 'The stem is in, fat is thinned, the muscles are sewn to bone. Swelling and pain still keep the signal small.',
    durationS: 40,
    daysSinceSurgery: 2,
    loadingPercent: 10,
  },
  {
    ...operated,
    title: 'week 6',
    text: 'The swelling goes, the leg carries part of its load, and the muscles are used again.',
    durationS: 40,
    daysSinceSurgery: 42,
    loadingPercent: 60,
  },
  {
    ...operated,
    title: 'month 6',
    text: 'The leg carries its full load, and voluntary strength is back.',
    durationS: 40,
    daysSinceSurgery: 182,
    loadingPercent: 100,
  },
  {
    ...operated,
    title: 'year 1',
    text: 'A year after: thin fat, muscles that hold on to bone, and a signal that stays.',
    durationS: 60,
    daysSinceSurgery: 365,
    loadingPercent: 100,
  },
];

/** One person from the socket to a year after osseointegration, as one scenario. */
export const patientJourney: Preset = {
  name: 'patient-journey',
  title: 'Thigh, from socket to a year after osseointegration',
  description:
    'One person in six stages: with the socket before surgery, under the nerve block of the operation, on day 2, in ' +
    'week 6, month 6 and a year later. Fat is thinned, muscles are sutured to bone, neuromas removed; swelling goes, ' +
    'strength and voluntary activation return.',
  scenario: { ...transfemoralSurface.scenario, journey: { stages } },
};
