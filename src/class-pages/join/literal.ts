import { noProgress, type OwnProgress, progressMessage, withStanding } from '../../classroom/learner/progress.ts';
import type { PresenceMessage } from '../../classroom/wire/types.ts';
import { readProgress } from '../../workbench/progress.ts';
import { standingsOf } from '../standings.ts';

/** What joining would send, word for word but for the marks that are made at that moment: the greeting, and the progress as this browser has it. */
export function literalMessages(nick: string): string {
  const now = Date.now();
  const greeting: PresenceMessage = { v: 1, sid: '…', on: 1, away: false, nick, lang: document.documentElement.lang };
  const own = standingsOf(readProgress()).reduce<OwnProgress>(
    (progress, [exercise, standing]) => withStanding(progress, exercise, standing, now),
    noProgress,
  );
  return [greeting, progressMessage(own, '…', 1, now)].map((message) => JSON.stringify(message, null, 1)).join('\n');
}
