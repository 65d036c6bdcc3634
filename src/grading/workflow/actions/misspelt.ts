import { distance, nearest } from '../../core/nearest.ts';
import { knownActions } from './metadata.ts';

/** Actions of the same owners that exist beside those on record; a name near one of these is no slip. */
const neighbours = [
  'docker/bake-action',
  'docker/scout-action',
  'docker/setup-docker-action',
  'docker/build-push-action',
  'actions/cache',
  'actions/setup-node',
  'actions/attest',
  'actions/upload-artifact',
  'actions/download-artifact',
];

/** Whether a name can only be a slip for an action on record. */
export function isMisspelt(name: string): boolean {
  return !neighbours.includes(name) && meantAction(name) !== null;
}

/** The action on record that a misspelt name means. */
export function meantAction(name: string): string | null {
  if (knownActions.includes(name) || name.split('/').length !== 2) return null;
  const near = nearest(name, knownActions);
  const [owner = '', action = ''] = name.split('/');
  const [nearOwner = '', nearAction = ''] = (near ?? '').split('/');
  // A fork under another owner has the same name; only a slip in a known owner, or in the owner of a known name, counts.
  const isSlip =
    owner === nearOwner ? nearAction !== action : action === nearAction && distance(owner, nearOwner, 2) <= 2;
  return near !== null && isSlip ? near : null;
}
