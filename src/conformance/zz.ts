import { conformanceText } from './conformance-report.js';
import { runConformance } from './run-conformance.js';
for (const q of [true,false]) for (const r of runConformance({rows:[16],quick:q})) { console.log(q, conformanceText(r), JSON.stringify(r.values)); }
