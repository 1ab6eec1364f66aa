import { createPage } from './data/page.js';
import { portTransport } from './data/transport.js';
import { showPage } from './views/show-page.js';
import { patientHere } from './worker/patient-here.js';

showPage(createPage({ transport: portTransport(patientHere()) }));
