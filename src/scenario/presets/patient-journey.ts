import type { Preset } from './preset.js';
import { transfemoralSurface } from './transfemoral.js';

/** What the years in a socket had left: muscles never sutured, fat, two neuromas. */
const before = {
  daysSinceSurgery: 2000,
  stemRadiusMm: 0,
  fatThinned: false,
  neuromasLeft: 2,
  anchor: 'socket',
  fixation: 0.35,
  loadingPercent: 100,
  noiseUv: 4,
};

/** What the operation changed for good. */
const after = {
  stemRadiusMm: 8,
  fatThinned: true,
  neuromasLeft: 0,
  anchor: 'bone',
  fixation: 0.95,
  atrophyBefore: 0.42,
  noiseUv: 2.5,
};

/** Loads after the two-step load-bearing of press-fit femoral implants; the times are assumptions. */
const stages = [
  { ...before, title: 'before surgery', durationS: 40 },
  { ...before, title: 'nerve block', durationS: 20, nerveBlock: true },
  { ...after, title: 'day 2', durationS: 40, daysSinceSurgery: 2, loadingPercent: 10 },
  { ...after, title: 'week 6', durationS: 40, daysSinceSurgery: 42, loadingPercent: 60 },
  { ...after, title: 'month 6', durationS: 40, daysSinceSurgery: 182, loadingPercent: 100 },
  { ...after, title: 'year 1', durationS: 60, daysSinceSurgery: 365, loadingPercent: 100 },
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
