import { laboratoryArm } from './laboratory-arm.js';
import { record } from './record.js';
import { rms } from './statistics.js';
import { Synthesizer } from '../synthesis/synthesizer.js';
import { medianFrequency, spectrumOf } from './spectrum.js';
for (const rr of [30,50]) for (const [dp,dt] of [[60,25],[50,30]]) {
 const s=new Synthesizer(laboratoryArm({seed:1,motorUnits:{fatigue:true,velocityDeclinePercent:dp,velocityDeclineTimeS:dt},muscle:{unitCount:300,recruitmentRange:rr}}),{rederive:'inline'});
 s.intend([{movement:'elbow-flexion',strength:.5}]); s.next(2000);
 let line='';for(let k=0;k<12;k++){ const r=record(s,8); line+=` ${r.force.toFixed(2)}/${medianFrequency(spectrumOf(r.channels[0],2000)).toFixed(0)}/${(rms(r.channels[0])*1e6).toFixed(0)}`;} console.log(rr,dp,dt,line);
}
