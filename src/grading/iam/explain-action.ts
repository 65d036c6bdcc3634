import { message } from '../../messages/index.ts';
import { distance } from '../core/nearest.ts';
import { findAction } from './catalogue.ts';
import { actionsMeant } from './did-you-mean.ts';
import type { Entry } from './document.ts';
import { type Candidate, type Explanation, maxCompared } from './explanation.ts';
import { actionsOfApiName } from './facts/api-names.ts';
import { hasWildcard } from './glob.ts';
import { splitAction } from './match.ts';

/** No statement names the action: perhaps one does by another name. */
export function explainAction(allows: readonly Candidate[], action: string): Explanation {
  const found = entryMeant(allows, action);
  if (found === null) return { message: message('iam/denied-no-statement', { action }), policy: null, at: [] };
  const { entry, code, candidate } = found;
  return { message: message(code, { written: entry.value, action }), policy: candidate.policy, at: [entry.node] };
}

type OtherName =
  | 'iam/denied-api-name'
  | 'iam/denied-misspelt'
  | 'iam/denied-stray-space-in-action'
  | 'iam/denied-other-assume';

/** An entry that names an action in other words than IAM's, and where it stands. */
export interface EntryMeant {
  readonly entry: Entry;
  readonly code: OtherName;
  readonly candidate: Candidate;
}

/** The first entry that names the action by another name; null when none does. */
export function entryMeant(allows: readonly Candidate[], action: string): EntryMeant | null {
  const lower = action.toLowerCase();
  let compared = 0;
  for (const candidate of allows) {
    if (candidate.statement.actions.negated) continue;
    for (const entry of candidate.statement.statement.action?.entries ?? []) {
      if (compared++ === maxCompared) return null;
      const code = otherNameOf(entry.value, lower);
      if (code !== null) return { entry, code, candidate };
    }
  }
  return null;
}

/** Actions are at most some sixty characters long. */
const maxLength = 100;

function otherNameOf(written: string, action: string): OtherName | null {
  if (written.length > maxLength || hasWildcard(written)) return null;
  const lower = written.toLowerCase();
  if (lower.trim() === action) return 'iam/denied-stray-space-in-action';
  if (action === 'sts:assumerolewithwebidentity' && lower === 'sts:assumerole') return 'iam/denied-other-assume';
  if (findAction(...splitAction(lower)) !== null) return null;
  if (isAmong(actionsOfApiName.get(lower.trim()) ?? [], action)) return 'iam/denied-api-name';
  return isMisspelt(written, action) ? 'iam/denied-misspelt' : null;
}

/** A few letters off, or more if no other action is nearer. */
function isMisspelt(written: string, action: string): boolean {
  const limit = Math.max(3, Math.floor(action.length / 3));
  const letters = distance(written.toLowerCase(), action, limit);
  return letters <= 3 || (letters <= limit && isAmong(actionsMeant(written), action));
}

function isAmong(actions: readonly string[], action: string): boolean {
  return actions.some((each) => each.toLowerCase() === action);
}
