const [file, name, mode] = process.argv.slice(2);
const m = await import(`./rows/${file}.js`);
const t = Date.now();
const r = Object.values(m).find((v: any) => v?.measure) as any;
const x = r.measure(mode !== 'full');
console.log(r.id, x.pass, x.simulated, Date.now() - t, 'ms');
if (name === 'v')
  console.log(JSON.stringify(x.values, (k, v) => (typeof v === 'number' ? +v.toPrecision(4) : v)));
