import { posix } from 'node:path';

/** The bytes of a built site by path, `/index.html` and so on. */
export type BuiltFiles = ReadonlyMap<string, Buffer>;

/** What something weighs, and which file is meant. */
export interface Weight {
  readonly bytes: number;
  readonly of: string;
}

/** What a visitor pays for, part by part. */
export interface SiteWeights {
  /** The heaviest lesson page: its HTML, style sheets and scripts, before anything is touched. */
  readonly page: Weight;
  /** The scripts of that page. */
  readonly scripts: Weight;
  /** The worker, with the heaviest of the domains that it loads when an exercise needs one. */
  readonly worker: Weight;
  /** The worker with every domain, which only the exercise that joins them all loads. */
  readonly wholeWorker: Weight;
  /** What the worker loads more once an editor asks what may be written, in every language that it knows. */
  readonly suggestions: Weight;
  /** What the grader of IAM brings into the worker, its catalogue of ten services included. */
  readonly iam: Weight;
  /** The editor's chunk, and whatever comes with it. */
  readonly monaco: Weight;
  /** What a lesson with an open bench loads more while it is in a live class, the client of the broker included. */
  readonly joinedClass: Weight;
}

/** Weighs a built site. `weigh` says what one file costs over the wire. */
export function measureSite(files: BuiltFiles, weigh: (bytes: Buffer) => number): SiteWeights {
  const cost = (paths: Iterable<string>): number =>
    Array.from(paths, (path) => files.get(path)).reduce(
      (sum, bytes) => sum + (bytes === undefined ? 0 : weigh(bytes)),
      0,
    );
  const lessons = [...files.keys()].filter((path) => /\/lessons\/[^/]+\/index\.html$/.test(path));
  const pages = lessons.map((path) => {
    const { scripts, styles } = assetsOf(files, path);
    return { path, all: cost([path, ...styles, ...scripts]), scripts: cost(scripts) };
  });
  const heaviest = pages.toSorted((a, b) => b.all - a.all)[0] ?? { path: '', all: 0, scripts: 0 };
  const scripts = [...files.keys()].filter((path) => path.endsWith('.js'));
  const worker = scripts.find((path) => /\/worker[.-]/.test(path)) ?? '';
  const domains = scripts.filter((path) => /\/(iam-)?grader[.-]/.test(path));
  const withDomain = domains
    .map((path) => ({ of: path, bytes: cost(reachable(files, [worker, path, ...wordings(scripts)], false)) }))
    .toSorted((a, b) => b.bytes - a.bytes)[0] ?? { of: worker, bytes: 0 };
  const whole = reachable(files, [worker], true, isLanguage);
  const suggesting = [...reachable(files, [worker], true)].filter((path) => !whole.has(path));
  const iam = domains.find((path) => /\/iam-/.test(path)) ?? '';
  const inWorker = reachable(files, [worker], false);
  const onlyIam = [...reachable(files, [iam], false)].filter((path) => !inWorker.has(path));
  const bar = scripts.find((path) => /\/open-bar[.-]/.test(path)) ?? '';
  const bench = scripts.filter((path) => /\/open-bench[.-]/.test(path));
  const anyway = new Set([...assetsOf(files, heaviest.path).scripts, ...reachable(files, bench, false)]);
  const onlyInClass = [...reachable(files, [bar], true)].filter((path) => !anyway.has(path));
  const monaco =
    scripts.filter((path) => files.get(path)?.includes('monaco-editor') ?? false).toSorted(bySize(files))[0] ?? '';
  return {
    page: { bytes: heaviest.all, of: heaviest.path },
    scripts: { bytes: heaviest.scripts, of: heaviest.path },
    worker: withDomain,
    wholeWorker: { bytes: cost(whole), of: worker },
    suggestions: { bytes: cost(suggesting), of: scripts.filter(isLanguage).toSorted(bySize(files))[0] ?? '' },
    iam: { bytes: cost(onlyIam), of: iam },
    monaco: { bytes: cost(reachable(files, [monaco], false)), of: monaco },
    joinedClass: { bytes: cost(onlyInClass), of: bar },
  };
}

/** Whether a script is what an editor suggests from; no grading loads it. */
function isLanguage(path: string): boolean {
  return /\/language[.-][^/]*$/.test(path);
}

/** The wording of all checks, which the worker loads with any domain. */
function wordings(scripts: readonly string[]): readonly string[] {
  return scripts.filter((path) => /\/en[.-][^/]*$/.test(path));
}

function bySize(files: BuiltFiles): (a: string, b: string) => number {
  return (a, b) => (files.get(b)?.length ?? 0) - (files.get(a)?.length ?? 0);
}

function assetsOf(
  files: BuiltFiles,
  page: string,
): { readonly scripts: ReadonlySet<string>; readonly styles: ReadonlySet<string> } {
  const html = files.get(page)?.toString('utf8') ?? '';
  const find = (pattern: RegExp) => Array.from(html.matchAll(pattern), ([, url = '']) => inSite(files, url));
  const entries = find(/<script[^>]*\ssrc="([^"]+)"/g);
  const styles = find(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  return {
    scripts: reachable(files, entries, false),
    styles: new Set([...styles, ...find(/<link[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g)]),
  };
}

/** The path of a built file that an address on a page means, whatever base path the site was built for. */
function inSite(files: BuiltFiles, url: string): string {
  const { pathname } = new URL(url, 'http://site/');
  return [...files.keys()].find((path) => pathname.endsWith(path)) ?? pathname;
}

/** These scripts and all that they import, without what is left out; with `later`, also what they import when they need it. */
function reachable(
  files: BuiltFiles,
  entries: readonly string[],
  later: boolean,
  isLeftOut: (path: string) => boolean = () => false,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const code = files.get(path)?.toString('utf8');
    if (code === undefined || found.has(path) || isLeftOut(path)) return;
    found.add(path);
    const imports = /\b(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g;
    const lateImports = /\bimport\(\s*["'`](\.[^"'`]+)["'`]/g;
    for (const pattern of later ? [imports, lateImports] : [imports]) {
      for (const [, specifier = ''] of code.matchAll(pattern)) visit(posix.join(posix.dirname(path), specifier));
    }
  };
  for (const entry of entries) visit(entry);
  return found;
}
