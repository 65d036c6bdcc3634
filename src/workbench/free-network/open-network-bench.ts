import { loadNetworkWords, type NetworkWords } from '../../messages/free-network.ts';
import type { Locale } from '../../messages/index.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../../messages/workbench.ts';
import { type BillClient, createGraderClient, type WorkerClient } from '../../worker/client.ts';
import { spawnWorker } from '../../worker/spawn.ts';
import { bringControls } from '../controls.ts';
import { type Desk, openDesk } from '../desk.ts';
import { find } from '../dom.ts';
import { keepSoon } from '../keep-soon.ts';
import { openSession, type Session, type SessionState } from '../session.ts';
import { type DraftBook, openDrafts } from '../storage/drafts.ts';
import { type Shelf, watchStorage } from '../storage/shelf.ts';
import { bringAnnouncer } from '../views/announcer.ts';
import { bringNotices, type Notices } from '../views/notices.ts';
import { billView } from './bill-view.ts';
import { type Needs, needsIn, openNeeds } from './needs.ts';
import { bringNeedsForm, type NeedsForm } from './needs-form.ts';
import { readNetworkFragment } from './network-link.ts';
import { endpointsFile, exerciseOf } from './network-scenario.ts';
import { bringNetworkSharing } from './network-sharing.ts';
import { networkShower } from './network-state.ts';

/** Everything that the parts of the open workbench share. */
export interface OpenNetworkBench {
  readonly root: HTMLElement;
  readonly words: WorkbenchWords;
  readonly own: NetworkWords;
  readonly desk: Desk;
  readonly form: NeedsForm;
  readonly session: Session;
  readonly keeping: Keeping;
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
}

/** The own draft: the text and the needs. */
export interface Keeping {
  read(): { readonly text: string; readonly needs: Needs };
  changed(): void;
  /** While something else than the draft lies there, nothing is kept. */
  pause(paused: boolean): void;
  /** Keeps a text among the earlier versions. */
  putAside(text: string): void;
}

interface NetworkPage {
  readonly locale: Locale;
  readonly starter: string;
}

/** Brings the workbench to life. Returns the way to close it again. */
export async function openNetworkBench(root: HTMLElement): Promise<() => void> {
  const { locale, starter }: NetworkPage = JSON.parse(find(root, 'script[type="application/json"]').textContent ?? '');
  const [words, own, opened] = await Promise.all([
    loadWorkbenchWords(locale),
    loadNetworkWords(locale),
    readNetworkFragment(location.hash),
  ]);
  const closing = new AbortController();
  const [notices, say] = [bringNotices(root), bringAnnouncer(root)];
  const drafts = openDrafts('network-workbench', { [endpointsFile]: starter });
  const needsShelf = openNeeds();
  const changed = (): void => {
    keeping.changed();
    session.edited(desk.texts());
  };
  const desk = openText(root, starter, drafts, words, notices, changed);
  const form = bringNeedsForm(root, needsShelf.read(), changed);
  const keeping = openKeeping(desk, form, drafts, needsShelf, starter, closing.signal);
  const client = createGraderClient(spawnWorker, locale);
  const session = openStarting(client, desk, form);
  const bench: OpenNetworkBench = { root, words, own, desk, form, session, keeping, notices, say };
  const stops = [
    session.subscribe(networkShower(bench, closing.signal)),
    session.subscribe((state) => void showBill(bench, client, state)),
    watchStorage((troubles) => {
      for (const trouble of troubles) notices.show(`storage-${trouble}`, [words(`storage.${trouble}`)], [], 'trouble');
    }),
  ];
  const panels = { goToFirst: () => goToFirst(root), caretAt: () => undefined };
  bringControls({ ...bench, page: { exercise: { files: [endpointsFile] } }, panels }, closing.signal);
  bringReset(bench, starter);
  followPaste(bench, closing.signal);
  bringNetworkSharing(bench, opened, closing.signal);
  root.dataset['open'] = '';
  void session.check(desk.texts(), { asked: false });
  return () => {
    for (const stop of stops) stop();
    closing.abort();
    session.dispose();
    desk.close();
  };
}

function openText(
  root: HTMLElement,
  starter: string,
  drafts: DraftBook,
  words: WorkbenchWords,
  notices: Notices,
  changed: () => void,
): Desk {
  return openDesk(
    root,
    {
      exercise: { id: 'workbench', domain: 'network', files: [endpointsFile], goals: [], scenario: null },
      starter: { [endpointsFile]: starter },
    },
    drafts,
    words,
    {
      changed() {
        root.dispatchEvent(new CustomEvent('bench:edited'));
        changed();
      },
      moved: () => root.dispatchEvent(new CustomEvent('bench:moved')),
      richFailed: () => notices.show('rich', [words('editor.rich.failed')]),
    },
  );
}

/** The needs are read from the form for every check, so the exercise is made afresh each time. */
function openStarting(client: WorkerClient, desk: Desk, form: NeedsForm): Session {
  client.warm();
  const exercise = (text: string) => exerciseOf(text, form.needs());
  return openSession(exercise(desk.texts()[endpointsFile] ?? ''), {
    ...client,
    grade: (_, texts, options) => client.grade(exercise(texts[endpointsFile] ?? ''), texts, options),
  });
}

/** Asks what the endpoints cost once a check of them is there. */
async function showBill({ root, own, form }: OpenNetworkBench, client: BillClient, state: SessionState): Promise<void> {
  if (state.phase !== 'report' || state.files === null) return;
  const { exercise } = exerciseOf(state.files[endpointsFile] ?? '', form.needs());
  const bill = await client.bill({ scenario: exercise.scenario, files: state.files });
  find(root, '[data-bill]').replaceChildren(...(bill === null ? [] : [billView(bill, own)]));
}

/** Keeps text and needs at most 0.4 s after a change, and when the page is left. */
function openKeeping(
  desk: Desk,
  form: NeedsForm,
  drafts: DraftBook,
  needs: Shelf<Needs>,
  starter: string,
  signal: AbortSignal,
): Keeping {
  let paused = false;
  const pending = keepSoon(() => {
    drafts.save(desk.texts());
    needs.change(() => form.needs());
  }, signal);
  return {
    read: () => ({ text: drafts.read().files?.[endpointsFile] ?? starter, needs: needs.read() }),
    changed() {
      if (!paused) pending.soon();
    },
    pause(next) {
      if (next) pending.now();
      paused = next;
    },
    putAside: (text) => drafts.putAside({ [endpointsFile]: text }),
  };
}

/** Puts the first text back; one click takes that back. */
function bringReset({ root, desk, notices, words, own, say, keeping }: OpenNetworkBench, starter: string): void {
  find(root, '[data-reset]').addEventListener('click', () => {
    const before = desk.texts();
    keeping.putAside(before[endpointsFile] ?? '');
    desk.replace({ [endpointsFile]: starter });
    const undo = (): void => {
      desk.replace(before);
      notices.hide('reset');
      desk.focus();
    };
    notices.show('reset', [own('reset.done')], [{ label: words('undo'), act: undo }]);
    say(own('reset.done'));
  });
}

/** Endpoints that are pasted as a whole bring their region and their route table along. */
function followPaste({ root, desk, form, keeping }: OpenNetworkBench, signal: AbortSignal): void {
  let pasted = '';
  root.addEventListener(
    'paste',
    (event) => {
      const text = (event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '';
      pasted = text.split('\n').length > 5 ? text : '';
    },
    { capture: true, signal },
  );
  root.addEventListener(
    'bench:edited',
    () => {
      if (pasted === '') return;
      pasted = '';
      form.fill({ ...form.needs(), ...needsIn(desk.texts()[endpointsFile] ?? '') });
      keeping.changed();
    },
    { signal },
  );
}

/** Leads to what the state speaks of: the first connection that is not open, else the problems. */
function goToFirst(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('.picture-link:not([data-state="open"]) button') ??
    root.querySelector<HTMLElement>('[data-problems] button') ??
    root.querySelector<HTMLElement>('.picture-link button');
  target?.focus();
}
