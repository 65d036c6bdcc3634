import { buildSite, distFolder } from './site.ts';

try {
  await buildSite({ onlyIfStale: false });
  console.log(`The site is in ${distFolder}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
