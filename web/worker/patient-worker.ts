import { Patient } from '../../src/patient/patient.js';
import { PortListener } from '../../src/patient/port-listener.js';
import { defaultPreset, presetByName } from '../../src/scenario/presets/index.js';
import { readScenario } from '../../src/scenario/read-scenario.js';
import { Downloads } from './downloads.js';
import { WebWorkshop } from './web-workshop.js';

/** Filled in by the build. */
declare const MYODESIS_VERSION: string;

const startWorkshop = (): Worker =>
  new Worker(new URL('./workshop-worker.ts', import.meta.url), { type: 'module' });

// The first message brings the port of whoever made this worker, and whom they want where it is somebody else.
self.onmessage = ({ data, ports: [port] }: MessageEvent<unknown>) => {
  const patient = new Patient({
    scenario: data ? readScenario(data) : presetByName(defaultPreset),
    workshop: new WebWorkshop(startWorkshop),
    recordings: new Downloads(),
    version: MYODESIS_VERSION,
  });
  new PortListener(patient, port, Date.now);
};
