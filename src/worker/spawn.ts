import workerUrl from './worker.ts?worker&url';

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The one Trusted Types policy that makes workers: it lets exactly the grading worker of this build through. */
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('workshop-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`Only the grading worker is started here, not ${url}`);
    return url;
  },
});

/** Starts the grading worker as a module of its own. */
export function spawnWorker(): Worker {
  return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module', name: 'grader' });
}
