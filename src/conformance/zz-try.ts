import { laboratoryArm } from '/work/main/src/conformance/laboratory-arm.js';
import { holds, record } from '/work/main/src/conformance/record.js';
import { medianFrequency, spectrumOf } from '/work/main/src/conformance/spectrum.js';
import { rms, excessKurtosis, standardDeviation, mean } from '/work/main/src/conformance/statistics.js';
let t=Date.now();
for (const seed of [1,2]) {
const L=[0.05,0.1,0.2,0.3,0.5,0.8,1];
const r = holds(laboratoryArm({seed}), L, 8);
console.log('seed',seed,Date.now()-t,'ms');
r.forEach((x,i)=>{ const c=x.channels[0]; console.log(L[i], x.force.toFixed(3), 'rms uV', (rms(c)*1e6).toFixed(1),'mdf',medianFrequency(spectrumOf(c,2000)).toFixed(1),'kurt',excessKurtosis(c).toFixed(2),'cov%',(100*standardDeviation(x.forces[0])/mean(x.forces[0])).toFixed(2))});
}
