import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../build/serve.ts';

let folder: string;
let server: RunningServer;
let underBase: RunningServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'lesson'));
  mkdirSync(join(folder, '_astro'));
  writeFileSync(join(folder, '_headers'), '/*\n  X-Frame-Options: DENY\n');
  writeFileSync(join(folder, 'index.html'), '<h1>First</h1>');
  writeFileSync(join(folder, '404.html'), '<h1>Not here</h1>');
  writeFileSync(join(folder, 'lesson/index.html'), `<h1>Lesson</h1>${' '.repeat(2000)}`);
  writeFileSync(join(folder, '_astro/a.1234.js'), '1');
  server = await serve({ folder });
  underBase = await serve({ folder: `${folder}/`, base: '/workshop' });
});

afterAll(async () => {
  await Promise.all([server.close(), underBase.close()]);
  rmSync(folder, { recursive: true });
});

test.each([
  ['', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['lesson/', 200, 'text/html; charset=utf-8', 'no-cache'],
  ['lesson', 301, null, null],
  ['_astro/a.1234.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['nowhere', 404, 'text/html; charset=utf-8', 'no-cache'],
  ['_headers', 404, 'text/html; charset=utf-8', 'no-cache'],
  ['%E0%A4%A', 400, null, null],
  ['/lesson/', 404, 'text/html; charset=utf-8', 'no-cache'],
])('/%s answers %d', async (path, status, type, caching) => {
  const response = await fetch(server.url + path, { redirect: 'manual' });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(caching);
});

test('headers of the host are sent with every page', async () => {
  expect((await fetch(server.url)).headers.get('x-frame-options')).toBe('DENY');
  expect((await fetch(`${server.url}nowhere`)).headers.get('x-frame-options')).toBe('DENY');
});

test('long text is compressed for a browser that asks for it', async () => {
  const response = await fetch(`${server.url}lesson/`, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(await response.text()).toContain('<h1>Lesson</h1>');
});

test('a coding that the browser refuses is not sent', async () => {
  const codingFor = async (accepted: string): Promise<string | null> => {
    const response = await fetch(`${server.url}lesson/`, { headers: { 'accept-encoding': accepted } });
    return response.headers.get('content-encoding');
  };
  expect(await codingFor('br;q=0, gzip;q=0.5')).toBe('gzip');
  expect(await codingFor('br; q=0.0, gzip;q=0')).toBe(null);
});

test('a page that has not changed is not sent again', async () => {
  const tag = (await fetch(server.url)).headers.get('etag') ?? '';
  expect((await fetch(server.url, { headers: { 'if-none-match': tag } })).status).toBe(304);
});

test('a site built for a base path lives under it alone', async () => {
  expect(await (await fetch(underBase.url)).text()).toContain('First');
  expect((await fetch(new URL('/lesson/', underBase.url))).status).toBe(404);
  expect((await fetch(new URL('/workshop?x', underBase.url))).url).toBe(`${underBase.url}?x`);
});

test('a path that climbs out of the site finds nothing', async () => {
  const { port } = new URL(server.url);
  const status = await new Promise((resolve, reject) => {
    const asked = request({ port, path: '/../../etc/passwd' }, (response) => resolve(response.resume().statusCode));
    asked.on('error', reject).end();
  });
  expect(status).toBe(404);
});
