import { buildSite, distFolder } from './site.ts';

await buildSite({ onlyIfStale: false });
console.log(`The site is in ${distFolder}.`);
