import { laboratoryArm } from './laboratory-arm.js';
import { holds } from './record.js';
import { fallsBelow, rms, mean } from './statistics.js';
const A=Array.from({length:46},(_,i)=>i*2);
const go=(name:string,seeds:number[],w:number,p:any,m:any={},e:any={})=>{ 
  const rm:number[]=[], ct:number[]=[];
  for (const fat of [0,3,9,18]) { const acc=A.map(()=>0);
   for (const seed of seeds) { const r=holds(laboratoryArm({seed,sampleRateHz:1000,limb:{skinState:'dry',...p,fatThicknessMm:fat},muscle:{widthDeg:w,unitCount:200,...m},electrodes:{positions:A.map((a,i)=>({name:'c'+i,angleDeg:a,axialMm:0})),...e}}),[0.5],2)[0];
    r.channels.forEach((c,i)=>acc[i]+=rms(c)**2/seeds.length); }
   const y=acc.map(Math.sqrt); rm.push(y[0]); ct.push(fallsBelow(A.map(a=>a-w/2),y,0.05*y[0])); }
  console.log(name,'uV',(rm[0]*1e6).toFixed(0),rm.slice(1).map(x=>(100*(x/rm[0]-1)).toFixed(1)).join(' / '),'thin x',(rm[1]/rm[2]).toFixed(2),'ct',ct.map(x=>x.toFixed(1)).join(' '));
};

const C={muscleAlongSPerM:0.4,muscleAcrossSPerM:0.09,fatSPerM:0.04};
go('0.4/.09',[1,2],60,C);
go('0.4/.09 R48 bone20',[1,2],60,{...C,muscleRadiusMm:48,boneRadiusMm:20});
go('0.4/.09 R48 bone20 contact 5',[1,2],60,{...C,muscleRadiusMm:48,boneRadiusMm:20},{},{contactDiameterMm:5});
go('R48 bone20 fat .025',[1,2],60,{...C,fatSPerM:0.025,muscleRadiusMm:48,boneRadiusMm:20});
go('R48 longer',[1,2],60,{...C,muscleRadiusMm:48,boneRadiusMm:20},{fibreLengthMm:240,innervationZoneMm:-60});
