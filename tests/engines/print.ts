import { fingerprints } from './fingerprints.js';

/** Prints the hashes of this engine as JSON: what `.ci/engines.js` runs in other versions of Node. */
const hashes: Record<string, string> = {};
for await (const [name, hash] of fingerprints()) hashes[name] = hash;
console.log(JSON.stringify(hashes, null, 2));
