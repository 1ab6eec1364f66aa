import { laboratoryArm } from './laboratory-arm.js';
import { holds, record } from './record.js';
import { rms, mean, rectifiedMean } from './statistics.js';
import { deriveTemplates } from '../conductor/derive-templates.js';
import { Synthesizer } from '../synthesis/synthesizer.js';
import { delayBetween } from './delay.js';
import { medianFrequency, spectrumOf } from './spectrum.js';
// rows 6, 8
for (const seed of [1,2,3]) {
 const body=laboratoryArm({seed,muscle:{fibreLengthMm:130,innervationZoneMm:-32},electrodes:{interElectrodeMm:20,positions:[{name:'a',angleDeg:0,axialMm:-5},{name:'b',angleDeg:0,axialMm:5}]}});
 const s=new Synthesizer(body); const q=s.templateRequest(); const bank=deriveTemplates(q.anatomy,q.units,q.sampleRateHz,q.seed);
 for (const lev of [0.3,1]) {
 const r=holds(body,[lev],5,{templates:bank})[0];
 const counts=new Float64Array(bank.units); for(let i=0;i<r.truth.discharges.length;i+=3) counts[r.truth.discharges[i+1]]++;
 let un=0, wv=0,w=0, wv2=0,w2=0;
 for(let u=0;u<bank.units;u++) for(let p=bank.unitStart[u];p<bank.unitStart[u+1];p++) if(bank.pairChannel[p]===0){ const t=bank.data.subarray(p*bank.length,(p+1)*bank.length); un+=counts[u]*rectifiedMean(t)*bank.length/r.truth.length; const a=rms(t); const v=q.units[0].conductionVelocity[u]; w+=a*counts[u]; wv+=a*counts[u]*v; w2+=a*a*counts[u]; wv2+=a*a*counts[u]*v;}
 const c=1-rectifiedMean(r.channels[0])/un;
 const d=delayBetween(r.channels[0],r.channels[1],2000,0.02);
 console.log('seed',seed,'lev',lev,'cancel',c.toFixed(3),'v',(0.01/d).toFixed(2),'amp-w',(wv/w).toFixed(2),'energy-w',(wv2/w2).toFixed(2));
 }}
// 9
for (const seed of [1]) for (const [dp,dt] of [[60,25],[45,40]]) {
 const s=new Synthesizer(laboratoryArm({seed,motorUnits:{fatigue:true,velocityDeclinePercent:dp,velocityDeclineTimeS:dt},muscle:{unitCount:300}}),{rederive:'inline'});
 s.intend([{movement:'elbow-flexion',strength:.5}]); s.next(2000);
 const t0=Date.now();
 let line='';for(let k=0;k<12;k++){ const r=record(s,8); line+=` ${r.force.toFixed(2)}/${medianFrequency(spectrumOf(r.channels[0],2000)).toFixed(0)}/${(rms(r.channels[0])*1e6).toFixed(0)}`;} console.log(dp,dt,line,Date.now()-t0);
}
