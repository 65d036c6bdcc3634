import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor, parseHeaders } from './headers.ts';

/** Where to serve from and at. `base` is the path that the site was built for, `/` unless said otherwise; port 0 takes any. */
export interface ServeOptions {
  readonly folder: string;
  readonly host?: string;
  readonly port?: number;
  readonly base?: string;
  /** Certificate and key in PEM, to serve by https. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Adds to the server before it answers anybody. */
  readonly prepare?: (server: Server) => Promise<void>;
}

/** A server that answers until it is closed. */
export interface RunningServer {
  /** Address of the first page, with the base path and a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

interface Page {
  readonly bytes: Buffer;
  readonly type: string;
  readonly tag: string;
}

type Coding = 'br' | 'gzip' | 'identity';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Serves a built site as a static host would: its `_headers`, `404.html`, compression, entity tags. The files are read once at the start,
 * so that a build that runs meanwhile never mixes old pages with new scripts.
 * Rejects when the port is taken.
 */
export async function serve({
  folder,
  host = '127.0.0.1',
  port = 0,
  base = '/',
  tls,
  prepare,
}: ServeOptions): Promise<RunningServer> {
  const answer = siteOf(folder, base);
  const server = tls === undefined ? createServer(answer) : createSecureServer(tls, answer);
  await prepare?.(server);
  await listen(server, port, host);
  const { port: taken } = server.address() as AddressInfo;
  const name = host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host;
  return {
    url: `http${tls === undefined ? '' : 's'}://${name}:${taken}${withSlashes(base)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function siteOf(folder: string, base: string): (request: IncomingMessage, response: ServerResponse) => void {
  const pages = readPages(folder);
  const headersPath = join(folder, '_headers');
  const rules = existsSync(headersPath) ? parseHeaders(readFileSync(headersPath, 'utf8')) : [];
  const encode = encoder();
  const prefix = withSlashes(base);
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { allow: 'GET, HEAD' });
    const url = parseTarget(request.url ?? '/');
    const path = url === null ? null : decode(url.pathname);
    if (url === null || path === null) return end(response, 400, {});
    const inSite = path.startsWith(prefix) ? path.slice(prefix.length - 1) : null;
    if (`${path}/` === prefix || (inSite !== null && isFolderWithoutSlash(pages, inSite))) {
      return end(response, 301, { location: `${url.pathname}/${url.search}` });
    }
    const found = inSite === null ? undefined : pages.get(inSite.endsWith('/') ? `${inSite}index.html` : inSite);
    const page = found ?? pages.get('/404.html');
    if (page === undefined) return end(response, 404, {});
    const headers = { 'cache-control': caching(inSite ?? '/'), ...lowerCased(headersFor(rules, inSite ?? '/')) };
    send(request, response, page, found === undefined ? 404 : 200, headers, encode);
  };
}

function readPages(folder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`;
    const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
    pages.set(`/${relative(folder, path).split(sep).join('/')}`, { bytes, type, tag });
  }
  pages.delete('/_headers');
  return pages;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  status: number,
  headers: Readonly<Record<string, string>>,
  encode: (page: Page, coding: Coding) => Buffer,
): void {
  const shared = { etag: page.tag, vary: 'accept-encoding', 'x-content-type-options': 'nosniff', ...headers };
  if (status === 200 && request.headers['if-none-match'] === page.tag) {
    end(response, 304, shared);
    return;
  }
  const coding = chooseCoding(page, String(request.headers['accept-encoding'] ?? ''));
  const body = encode(page, coding);
  response.writeHead(status, {
    ...shared,
    'content-type': page.type,
    'content-length': body.length,
    ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Compresses each page once, when it is first asked for. */
function encoder(): (page: Page, coding: Coding) => Buffer {
  const encoded = new Map<string, Buffer>();
  return (page, coding) => {
    if (coding === 'identity') return page.bytes;
    const key = `${page.tag} ${coding}`;
    const known = encoded.get(key);
    if (known !== undefined) return known;
    const body =
      coding === 'gzip'
        ? gzipSync(page.bytes)
        : brotliCompressSync(page.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    encoded.set(key, body);
    return body;
  };
}

function chooseCoding(page: Page, accepted: string): Coding {
  const worthIt =
    page.bytes.length > 1024 && /^(text|application\/(json|xml|manifest|wasm)|image\/svg)/.test(page.type);
  if (!worthIt) return 'identity';
  const wanted = accepted.split(',').filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each));
  const named = (['br', 'gzip'] as const).find((coding) =>
    wanted.some((each) => each.split(';', 1)[0]?.trim() === coding),
  );
  return named ?? 'identity';
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>): void {
  response.writeHead(status, headers);
  response.end();
}

/** What is asked for. Two slashes at the beginning are a path like any other, and name no host. */
function parseTarget(target: string): URL | null {
  return URL.parse(target.startsWith('/') ? `http://site${target}` : target, 'http://site');
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Files under `/_astro/` carry a hash of their contents in their names; anything else may change at any time. */
function caching(path: string): string {
  return path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isFolderWithoutSlash(pages: ReadonlyMap<string, Page>, path: string): boolean {
  return !path.endsWith('/') && !pages.has(path) && pages.has(`${path}/index.html`);
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function withSlashes(base: string): string {
  return `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}
