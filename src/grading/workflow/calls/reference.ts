/** What `uses` of a job names: a workflow file of the same commit, one of another repository, or nothing that GitHub takes for either. */
export type CallReference =
  | { readonly kind: 'here'; readonly file: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'malformed'; readonly reason: string };

const rooted = "references to workflows must be rooted in '.github/workflows'";
const atTopLevel = 'workflows must be defined at the top level of the .github/workflows/ directory';
const withExtension = "workflow file should have either a '.yml' or '.yaml' file extension";
const prefixed = "references to workflows must be prefixed with format 'owner/repository/' or './' for local workflows";

/**
 * Reads the reference of a calling job. `reason` is GitHub's own.
 *
 * @source https://github.com/actions/languageservices/blob/main/languageservice/src/validate.ts (read 2026-11-24)
 * @example readCall('./.github/workflows/build.yml') // => { kind: 'here', file: 'build.yml' }
 */
export function readCall(uses: string): CallReference {
  // An expression has no place here, and GitHub's reader has said so.
  if (uses.includes('${{') || uses.startsWith('$/')) return { kind: 'elsewhere' };
  const isHere = uses.startsWith('./');
  const [path = '', version, ...more] = uses.split('@');
  const malformed = (reason: string): CallReference => ({ kind: 'malformed', reason });
  if (isHere && version !== undefined) return malformed('cannot specify version when calling local workflows');
  if (!isHere && (version === undefined || version === '')) return malformed('no version specified');
  if (more.length > 0) return malformed("too many '@' in workflow reference");
  const place = /^(.*?)\.github\/workflows(?:-lab)?\/(.*)$/.exec(path);
  if (place === null) return malformed(rooted);
  const [, owner = '', file = ''] = place;
  if (!(isHere ? owner === './' : /^[^/]+\/[^/]+\/$/.test(owner))) return malformed(isHere ? rooted : prefixed);
  if (file.includes('/')) return malformed(atTopLevel);
  if (!/\.ya?ml$/.test(file)) return malformed(withExtension);
  return isHere ? { kind: 'here', file } : { kind: 'elsewhere' };
}
