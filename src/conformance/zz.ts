import { mkdirSync, writeFileSync, appendFileSync } from 'node:fs';
import { conformanceText, conformanceMarkdown, plotName } from './conformance-report.js';
import { plot } from './plot.js';
import { runConformance, type ConformanceResult } from './run-conformance.js';
mkdirSync('/tmp/plots', { recursive: true });
writeFileSync('/tmp/full.txt', '');
const all: ConformanceResult[] = [];
let t = Date.now();
for (const r of runConformance({})) {
  all.push(r);
  appendFileSync('/tmp/full.txt', conformanceText(r) + `   ${Date.now() - t} ms\n`);
  t = Date.now();
  if (r.series && r.row.axes)
    writeFileSync(
      '/tmp/plots/' + plotName(r.row.id),
      plot(r.series, { title: `${r.row.id}  ${r.row.fact}`, ...r.row.axes }),
    );
}
writeFileSync('/tmp/full.md', conformanceMarkdown(all, 'plots'));
