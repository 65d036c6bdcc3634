import type { Mend, Span } from '../editor/index.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../messages/workbench.ts';
import { createGraderClient, type WorkerClient } from '../worker/client.ts';
import { spawnWorker } from '../worker/spawn.ts';
import { type BenchPage, readBenchPage } from './bench-page.ts';
import { bringControls } from './controls.ts';
import { type Desk, openDesk } from './desk.ts';
import { type EffortBook, openEffortBook } from './effort.ts';
import { bringHelp } from './help.ts';
import { keepDraft } from './keep-draft.ts';
import { bringMenu } from './menu.ts';
import { showState } from './reporting.ts';
import { openSession, type Session } from './session.ts';
import { type DraftBook, openDrafts } from './storage/drafts.ts';
import { textLanguage } from './text-language.ts';
import { bringAnnouncer } from './views/announcer.ts';
import { bringNotices, editorNotices, type Notices, tellOfStorage } from './views/notices.ts';
import { bringPanels, type PanelParts, type Panels } from './views/panels.ts';

/** Everything that the parts of an open bench share. */
export interface OpenBench {
  readonly root: HTMLElement;
  readonly page: BenchPage;
  readonly words: WorkbenchWords;
  readonly desk: Desk;
  readonly session: Session;
  readonly client: WorkerClient;
  readonly drafts: DraftBook;
  readonly effort: EffortBook;
  readonly notices: Notices;
  readonly panels: Panels;
  readonly say: (sentence: string) => void;
}

/** Brings a bench to life. Returns the way to close it again; the page then stands as the server wrote it, with the learner's text. */
export async function openBench(root: HTMLElement): Promise<() => void> {
  const page = readBenchPage(root);
  const words = await loadWorkbenchWords(page.locale);
  const parts = await loadParts(page);
  const bench = assemble(root, page, words, parts);
  const closing = new AbortController();
  const stops = [
    bench.session.subscribe((state) => showState(bench, state)),
    keepDraft(bench),
    tellOfStorage(bench.notices, words),
  ];
  const score = root.querySelector<HTMLElement>('[data-score]');
  if (score !== null) (await import('./measure/bench-score.ts')).bringBenchScore(bench, score, closing.signal);
  const bill = root.querySelector<HTMLElement>('[data-bill]');
  if (bill !== null) await (await import('./free-network/bench-bill.ts')).bringBenchBill(bench, bill, closing.signal);
  bringHelp(bench, closing.signal);
  bringControls(bench, closing.signal);
  bringMenu(bench, closing.signal);
  root.dataset['open'] = '';
  const { state } = bench.effort.before() ?? {};
  if (state === 'passed' || bench.drafts.read().files !== null)
    void bench.session.check(bench.desk.texts(), { asked: false });
  return () => {
    closing.abort();
    for (const stop of stops) stop();
    bench.session.dispose();
    bench.desk.close();
  };
}

/** A task starts in a picture, and the run over four texts has stations and a summary. */
async function loadParts({ exercise: { domain } }: BenchPage): Promise<PanelParts> {
  if (domain !== 'network' && domain !== 'chain') return {};
  const { bringPicturePanel: bringPicture } = await import('./diagram/picture-panel.ts');
  return { bringPicture, shipped: domain === 'chain' ? (await import('./shipped/index.ts')).shippedViews : null };
}

function assemble(root: HTMLElement, page: BenchPage, words: WorkbenchWords, parts: PanelParts): OpenBench {
  const drafts = openDrafts(page.exercise.id, page.starter);
  const client = createGraderClient(spawnWorker, page.locale);
  client.warm();
  const session = openSession(page, client);
  const effort = openEffortBook(page.exercise.id, drafts);
  const notices = bringNotices(root);
  const events = {
    changed: () => {
      root.dispatchEvent(new CustomEvent('bench:edited'));
      if (isChanged(desk, page)) effort.began();
      session.edited(desk.texts());
    },
    moved: () => root.dispatchEvent(new CustomEvent('bench:moved')),
    ...editorNotices(notices, words),
  };
  const desk: Desk = openDesk(root, page, drafts, words, events, textLanguage(client));
  const actions = {
    reveal: (span: Span) => desk.reveal(span, { focus: true }),
    wash: (spans: readonly Span[]) => desk.wash(spans),
    mend: (fix: Mend) => desk.mend(fix),
  };
  const panels = bringPanels(root, page, words, actions, parts);
  return { root, page, words, desk, session, client, drafts, effort, notices, panels, say: bringAnnouncer(root) };
}

function isChanged(desk: Desk, { starter }: BenchPage): boolean {
  return Object.entries(desk.texts()).some(([file, text]) => text !== starter[file]);
}
