import { type RunningServer, serve } from './serve.ts';
import { buildSite, distFolder } from './site.ts';

const { PORT: wantedPort = '4321', BASE_PATH: base = '/', HOST: host = '127.0.0.1' } = process.env;

try {
  await buildSite({ onlyIfStale: true });
  const { url } = await serveOnFreePort(Number(wantedPort), 20);
  console.log(`\n  The workshop is at ${url}\n  Stop it with Ctrl+C.\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function serveOnFreePort(port: number, tries: number): Promise<RunningServer> {
  try {
    return await serve({ folder: distFolder, port, base, host });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || tries === 0) throw error;
    return serveOnFreePort(port + 1, tries - 1);
  }
}
