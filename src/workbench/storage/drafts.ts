import type { Files } from '../../grading/index.ts';
import { fits as isDraft } from './drafts.schema.json?fits';
import { openShelf, type Shelf } from './shelf.ts';

export interface Version {
  readonly files: Files;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** What the learner wrote for one exercise. */
export interface Draft {
  /** Hash of the starter that the draft began from, so that a changed starter is noticed. */
  readonly starter: string;
  /** Null while nothing differs from the starter. */
  readonly files: Files | null;
  readonly savedAt: number;
  /** Hashes of the texts that were checked, blanks aside; the same text again is no attempt. */
  readonly tried: readonly string[];
  /** Texts that a reset, a restored version or a changed starter took away, newest first. */
  readonly versions: readonly Version[];
}

const versionLimit = 5;
const triedLimit = 50;

const empty: Draft = { starter: '', files: null, savedAt: 0, tried: [], versions: [] };

export interface DraftBook {
  read(): Draft;
  /** Keeps the text as it stands. */
  save(files: Files): void;
  /** Keeps `files` among the versions, where nothing is overwritten for five versions. */
  putAside(files: Files): void;
  /** Notes a check. True when this text, blanks aside, was not checked before. */
  noteAttempt(files: Files): boolean;
  subscribe(listener: () => void): () => void;
}

/** The drafts of one exercise. */
export function openDrafts(exercise: string, starter: Files, shelf: Shelf<Draft> = shelfOf(exercise)): DraftBook {
  const starterHash = hashOf(starter);
  const isStarter = (files: Files): boolean => hashOf(files) === starterHash;
  return {
    read: shelf.read,
    subscribe: shelf.subscribe,
    save(files) {
      shelf.change((draft) => ({
        ...draft,
        starter: starterHash,
        files: isStarter(files) ? null : files,
        savedAt: Date.now(),
      }));
    },
    putAside(files) {
      if (isStarter(files)) return;
      shelf.change((draft) => {
        const others = draft.versions.filter((version) => hashOf(version.files) !== hashOf(files));
        return { ...draft, versions: [{ files, savedAt: Date.now() }, ...others].slice(0, versionLimit) };
      });
    },
    noteAttempt(files) {
      const hash = hashOf(files, (text) => text.replace(/\s+/g, ''));
      if (shelf.read().tried.includes(hash)) return false;
      shelf.change((draft) => ({ ...draft, tried: [...draft.tried, hash].slice(-triedLimit) }));
      return true;
    },
  };
}

function shelfOf(exercise: string): Shelf<Draft> {
  return openShelf<Draft>(`draft/${exercise}`, isDraft, empty, undefined, withoutOldestVersion);
}

/** The text as it stands is worth more than an earlier one. */
export function withoutOldestVersion(draft: Draft): Draft | null {
  return draft.versions.length === 0 ? null : { ...draft, versions: draft.versions.slice(0, -1) };
}

/** FNV-1a over the names and texts in the order of the names: two answers that differ get different hashes, bar accidents. */
export function hashOf(files: Files, simplify: (text: string) => string = (text) => text): string {
  let hash = 0x811c9dc5;
  for (const name of Object.keys(files).toSorted()) {
    for (const character of `${name}\0${simplify(files[name] ?? '')}\0`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    }
  }
  return hash.toString(36);
}
