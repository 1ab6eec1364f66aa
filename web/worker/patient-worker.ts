import { Patient } from '../../src/patient/patient.js';
import { PortListener } from '../../src/patient/port-listener.js';
import { defaultPreset, presetByName } from '../../src/scenario/presets/index.js';
import { Downloads } from './downloads.js';
import { WebWorkshop } from './web-workshop.js';

/** Filled in by the build. */
declare const MYODESIS_VERSION: string;

const startWorkshop = (): Worker =>
  new Worker(new URL('./workshop-worker.ts', import.meta.url), { type: 'module' });

// The first message brings the port of whoever made this worker.
self.onmessage = ({ ports: [port] }: MessageEvent) => {
  const patient = new Patient({
    scenario: presetByName(defaultPreset),
    workshop: new WebWorkshop(startWorkshop),
    recordings: new Downloads(),
    version: MYODESIS_VERSION,
  });
  new PortListener(patient, port, Date.now);
};
