import { laboratoryArm } from './laboratory-arm.js';
import { holds } from './record.js';
import { rms, excessKurtosis, mean, rectifiedMean } from './statistics.js';
const L=[0.05,0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9,1];
const n=Number(process.argv[2]); const S=process.argv[3].split(',').map(Number);
const E={positions:[-24,-8,8,24].map((a,i)=>({name:'c'+i,angleDeg:a,axialMm:0}))};
for (const rr of process.argv[4].split(',').map(Number)) {
 const t=Date.now();
 const acc=L.map(()=>0), arv=L.map(()=>0), ku=L.map(()=>0); let amp=0;const C=S.length*4;
 for (const seed of S) { const r=holds(laboratoryArm({seed,muscle:{recruitmentRange:rr,unitCount:n}, electrodes:E}),L,4);
  for (let c=0;c<4;c++){ const m=rms(r[L.length-1].channels[c]); const ma=rectifiedMean(r[L.length-1].channels[c]); amp+=m/C;
  r.forEach((x,i)=>{acc[i]+=rms(x.channels[c])/m/C; arv[i]+=rectifiedMean(x.channels[c])/ma/C; ku[i]+=excessKurtosis(x.channels[c])/C;});}
 }
 console.log('RR',rr,'n',n,'amp uV',amp*1e6,Date.now()-t,'ms'); L.forEach((l,i)=>console.log('  ',l,acc[i].toFixed(3),arv[i].toFixed(3),ku[i].toFixed(2)));
}
