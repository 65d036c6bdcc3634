import { fits as isPreferences } from './preferences.schema.json?fits';
import { openShelf } from './shelf.ts';

/** How the learner likes to write; one choice for all benches. */
export interface Preferences {
  readonly editor: 'rich' | 'plain';
  /** False: Tab moves on to the next control instead of indenting. */
  readonly tabIndents: boolean;
  /** The rich editor keeps to what a screen reader can follow. */
  readonly screenReader: boolean;
}

export const preferences = openShelf<Preferences>('preferences', isPreferences, {
  editor: 'rich',
  tabIndents: true,
  screenReader: false,
});
