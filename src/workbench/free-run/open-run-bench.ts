import { loadRunWords, type RunWords } from '../../messages/free-run.ts';
import type { Locale } from '../../messages/index.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../../messages/workbench.ts';
import { createGraderClient } from '../../worker/client.ts';
import { spawnWorker } from '../../worker/spawn.ts';
import { bringControls } from '../controls.ts';
import type { Desk } from '../desk.ts';
import { find } from '../dom.ts';
import { keepSoon } from '../keep-soon.ts';
import { bringReset, followPaste, type LoneText, openLoneText } from '../lone-text.ts';
import { openSession, type Session } from '../session.ts';
import { openDrafts } from '../storage/drafts.ts';
import { watchStorage } from '../storage/shelf.ts';
import { bringAnnouncer } from '../views/announcer.ts';
import { bringNotices, type Notices } from '../views/notices.ts';
import { bringEventForm, type EventForm } from './event-form.ts';
import { openHappening } from './happening.ts';
import { exerciseOf, workflowFile } from './run-scenario.ts';
import { runShower } from './run-state.ts';

/** Everything that the parts of the open workbench share. */
export interface OpenRunBench {
  readonly root: HTMLElement;
  readonly words: WorkbenchWords;
  readonly own: RunWords;
  readonly desk: Desk;
  readonly session: Session;
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
}

interface RunPage {
  readonly locale: Locale;
  readonly starter: string;
}

/** Brings the workbench to life. Returns the way to close it again. */
export async function openRunBench(root: HTMLElement): Promise<() => void> {
  const { locale, starter }: RunPage = JSON.parse(find(root, 'script[type="application/json"]').textContent ?? '');
  const [words, own] = await Promise.all([loadWorkbenchWords(locale), loadRunWords(locale)]);
  const closing = new AbortController();
  const notices = bringNotices(root);
  const say = bringAnnouncer(root);
  const drafts = openDrafts('workflow-workbench', { [workflowFile]: starter });
  const text: LoneText = { root, domain: 'workflow', file: workflowFile, starter, words, notices };
  const desk = openLoneText(text, drafts, () => session.edited(desk.texts()));
  const form = bringEventForm(root, openHappening(), () => void session.check(desk.texts(), { asked: false }));
  const session = openPlaying(locale, desk, form);
  const bench: OpenRunBench = { root, words, own, desk, session, notices, say };
  const pending = keepSoon(() => drafts.save(desk.texts()), closing.signal);
  root.addEventListener('bench:edited', pending.soon, { signal: closing.signal });
  const stops = [
    session.subscribe(runShower(bench)),
    watchStorage((troubles) => {
      for (const trouble of troubles) notices.show(`storage-${trouble}`, [words(`storage.${trouble}`)], [], 'trouble');
    }),
  ];
  const panels = { goToFirst: () => goToFirst(root), caretAt: () => undefined };
  bringControls({ ...bench, page: { exercise: { files: [workflowFile] } }, panels }, closing.signal);
  bringReset(text, desk, drafts, own('reset.done'), say);
  // A workflow that is pasted as a whole brings its own event along.
  followPaste(root, () => form.takeFrom(desk.texts()[workflowFile] ?? ''), closing.signal);
  root.dataset['open'] = '';
  void session.check(desk.texts(), { asked: false });
  return () => {
    for (const stop of stops) stop();
    session.dispose();
    closing.abort();
    desk.close();
  };
}

/** What happens is read from the form for every check, so the exercise is made afresh each time. */
function openPlaying(locale: Locale, desk: Desk, form: EventForm): Session {
  const client = createGraderClient(spawnWorker, locale);
  client.warm();
  const exercise = (text: string) => exerciseOf(text, form.happening());
  return openSession(exercise(desk.texts()[workflowFile] ?? ''), {
    ...client,
    grade: (_, texts, options) => client.grade(exercise(texts[workflowFile] ?? ''), texts, options),
  });
}

/** Leads to what the state speaks of: where the run stops, else the problems. */
function goToFirst(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('[data-run] [data-stop] summary') ??
    root.querySelector<HTMLElement>('[data-problems] button') ??
    root.querySelector<HTMLElement>('[data-run] summary');
  target?.focus();
}
