import { type AccessLevel, findAction } from './catalogue.ts';
import type { CompiledPolicy } from './compile.ts';
import { decide } from './decide.ts';
import { longOne } from './excess.ts';
import { findGrants } from './find-grants.ts';
import type { Grant } from './grants.ts';
import { type Request, splitAction } from './match.ts';
import { type Need, requestFor } from './need.ts';

/** One action that is granted beyond a need, and where; of a service that the catalogue does not know, as the policy writes it. */
export interface BeyondAction {
  readonly action: string;
  /** The gravest of its access levels; null where the catalogue does not know the action. */
  readonly level: AccessLevel | null;
  /** What it counts: 1 if it only looks, 2 if it changes something, 3 if it changes who may do what. */
  readonly points: 1 | 2 | 3;
  /** True when the need has this action too, on another resource. */
  readonly isNeeded: boolean;
  /** Some of the resources that it is granted on. */
  readonly resources: readonly string[];
}

/** How far a policy goes beyond a need. Pushed down to no points, it grants what is needed and nothing else. */
export interface Score {
  /** The points of each action beyond the need, once. */
  readonly points: number;
  /** Needed calls that the policy does not allow; a policy that allows nothing has no points, but all of these. */
  readonly missing: number;
  /** The actions beyond the need, the gravest first. */
  readonly beyond: readonly BeyondAction[];
  /** How many of them the need does not have at all, and how many of those change something. */
  readonly furtherActions: number;
  readonly changingActions: number;
  /** How many needed actions are granted on other resources too. */
  readonly neededElsewhere: number;
}

/** Scores the policies of one identity. Null when one of them is too long to be saved: then nothing is measured. */
export function scoreOf(policies: readonly CompiledPolicy[], need: Need): Score | null {
  if (longOne(policies) !== undefined) return null;
  const needed = new Set(need.calls.map(({ action }) => action.toLowerCase()));
  const beyond = [...byAction(findGrants(policies, need))]
    .map(([action, resources]) => beyondAction(action, [...resources], needed))
    .toSorted((a, b) => b.points - a.points || a.action.localeCompare(b.action, 'en'));
  const further = beyond.filter(({ isNeeded }) => !isNeeded);
  return {
    points: beyond.reduce((sum, { points }) => sum + points, 0),
    missing: need.calls.filter((call) => !isAllowed(policies, requestFor(need, call))).length,
    beyond,
    furtherActions: further.length,
    changingActions: further.filter(({ points }) => points > 1).length,
    neededElsewhere: beyond.length - further.length,
  };
}

function isAllowed(policies: readonly CompiledPolicy[], request: Request): boolean {
  return decide(policies, request).decision === 'allowed';
}

function byAction(grants: readonly Grant[]): ReadonlyMap<string, ReadonlySet<string>> {
  const resources = new Map<string, Set<string>>();
  for (const { action, resource } of grants) {
    const known = resources.get(action);
    if (known === undefined) resources.set(action, new Set([resource]));
    else known.add(resource);
  }
  return resources;
}

/** Resources that are named for one action. */
const maxResources = 5;

function beyondAction(action: string, resources: readonly string[], needed: ReadonlySet<string>): BeyondAction {
  const level = levelOf(action);
  return {
    action,
    level,
    // An action that the catalogue does not know may change something.
    points: level === null ? 2 : gravity[level],
    isNeeded: needed.has(action.toLowerCase()),
    resources: resources.slice(0, maxResources),
  };
}

const gravity: Readonly<Record<AccessLevel, BeyondAction['points']>> = {
  list: 1,
  read: 1,
  tagging: 2,
  write: 2,
  permissions: 3,
};

function levelOf(action: string): AccessLevel | null {
  const levels = findAction(...splitAction(action.toLowerCase()))?.levels ?? [];
  return levels.toSorted((a, b) => gravity[b] - gravity[a])[0] ?? null;
}
