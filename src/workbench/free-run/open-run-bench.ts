import { loadRunWords, type RunWords } from '../../messages/free-run.ts';
import type { Locale } from '../../messages/index.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../../messages/workbench.ts';
import { createGraderClient } from '../../worker/client.ts';
import { spawnWorker } from '../../worker/spawn.ts';
import { bringControls } from '../controls.ts';
import type { Desk } from '../desk.ts';
import { find } from '../dom.ts';
import { type LoneKeeping, openLoneKeeping } from '../lone-keeping.ts';
import { openLoneSession } from '../lone-session.ts';
import { bringVersions, followPaste, type LoneText, type OpenLoneText, openLoneText } from '../lone-text.ts';
import type { Session } from '../session.ts';
import { bringLoneSharing } from '../sharing/bring-lone-sharing.ts';
import { openDrafts } from '../storage/drafts.ts';
import { textLanguage } from '../text-language.ts';
import { bringAnnouncer } from '../views/announcer.ts';
import { bringNotices, type Notices, tellOfStorage } from '../views/notices.ts';
import { bringEventForm, type EventForm } from './event-form.ts';
import { type Happening, openHappening } from './happening.ts';
import { runLinks, sharedRun } from './run-link.ts';
import { exerciseOf, workflowFile } from './run-scenario.ts';
import { runShower } from './run-state.ts';

/** Everything that the parts of the open workbench share. */
export interface OpenRunBench {
  readonly root: HTMLElement;
  readonly words: WorkbenchWords;
  readonly own: RunWords;
  readonly desk: Desk;
  readonly form: EventForm;
  readonly session: Session;
  readonly keeping: LoneKeeping<Happening>;
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
  const [words, own, opened] = await Promise.all([
    loadWorkbenchWords(locale),
    loadRunWords(locale),
    runLinks.read(location.hash),
  ]);
  const closing = new AbortController();
  const [notices, say] = [bringNotices(root), bringAnnouncer(root)];
  const drafts = openDrafts('workflow-workbench', { [workflowFile]: starter });
  const shelf = openHappening();
  const text: LoneText = { root, domain: 'workflow', file: workflowFile, starter, words, notices };
  const client = createGraderClient(spawnWorker, locale);
  const changed = (): void => {
    keeping.changed();
    session.edited(desk.texts());
  };
  const desk = openLoneText(text, drafts, changed, textLanguage(client));
  const form = bringEventForm(root, shelf.read(), () => {
    keeping.changed();
    void session.check(desk.texts(), { asked: false });
  });
  const keeping = openLoneKeeping({ file: workflowFile, starter, desk, drafts, form, shelf }, closing.signal);
  const session = openLoneSession(client, desk, workflowFile, (own) => exerciseOf(own, form.said()));
  const bench: OpenRunBench = { root, words, own, desk, form, session, keeping, notices, say };
  const stops = [session.subscribe(runShower(bench)), tellOfStorage(notices, words)];
  bringParts(bench, { ...text, locale, desk, drafts, say }, closing.signal);
  bringLoneSharing(bench, sharedRun, opened, closing.signal);
  root.dataset['open'] = '';
  void session.check(desk.texts(), { asked: false });
  return () => {
    for (const stop of stops) stop();
    session.dispose();
    closing.abort();
    desk.close();
  };
}

/** Buttons, keys, earlier versions, and what a paste brings along. */
function bringParts(bench: OpenRunBench, text: OpenLoneText, signal: AbortSignal): void {
  const { root, own, desk, form } = bench;
  const panels = { goToFirst: () => goToFirst(root), caretAt: () => undefined };
  bringControls({ ...bench, page: { exercise: { files: [workflowFile] } }, panels }, signal);
  bringVersions(text, own('reset.done'), signal);
  // A workflow that is pasted as a whole brings its own event along.
  followPaste(root, () => form.takeFrom(desk.texts()[workflowFile] ?? ''), signal);
}

/** Leads to what the state speaks of: where the run stops, else the problems. */
function goToFirst(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('[data-run] [data-stop] summary') ??
    root.querySelector<HTMLElement>('[data-problems] button') ??
    root.querySelector<HTMLElement>('[data-run] summary');
  target?.focus();
}
