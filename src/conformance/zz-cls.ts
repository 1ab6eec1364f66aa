import { promptedRecordings, testRecordings, trained, accuracyOn } from './offline.js';
import { presetByName, presets } from '../scenario/presets/index.js';
const names = process.argv[2] ? process.argv[2].split(',') : presets.map((p) => p.name);
const seeds = (process.argv[3] ?? '1,2').split(',').map(Number);
const patch = JSON.parse(process.argv[4] ?? '{}');
for (const n of names) {
  const o: string[] = [];
  const t = Date.now();
  for (const seed of seeds) {
    const s = presetByName(n, { ...patch, seed });
    const r = promptedRecordings(s);
    const { decoder, accuracy } = trained(s, r);
    o.push((100 * accuracy).toFixed(1) + '/' + (100 * accuracyOn(decoder, s, testRecordings(s))).toFixed(1));
  }
  console.log(n, o.join('  '), Date.now() - t, 'ms');
}
