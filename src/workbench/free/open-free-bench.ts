import { type FreeWords, loadFreeWords } from '../../messages/free-workbench.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../../messages/workbench.ts';
import { createGraderClient, type WorkerClient } from '../../worker/client.ts';
import { spawnWorker } from '../../worker/spawn.ts';
import { bringControls } from '../controls.ts';
import { find } from '../dom.ts';
import { openSession, type Session } from '../session.ts';
import { textLanguage } from '../text-language.ts';
import { bringAnnouncer } from '../views/announcer.ts';
import { bringNotices, editorNotices, type Notices, tellOfStorage } from '../views/notices.ts';
import type { AskList } from './ask-list.ts';
import { bringCalls } from './calls.ts';
import { fileOf, policyTypes } from './free-desk.ts';
import { bringMeasure } from './free-measure.ts';
import { bringFreeMenu } from './free-menu.ts';
import type { FreePage } from './free-page.ts';
import { exerciseOf } from './free-scenario.ts';
import { showFreeState } from './free-state.ts';
import { type Keeping, openKeeping } from './keeping.ts';
import { policyLinks } from './link.ts';
import { bringPolicySharing } from './sharing.ts';
import { openSuggesting } from './suggesting.ts';
import { openTable, type Table } from './table.ts';

/** Everything that the parts of the open workbench share. */
export interface OpenFreeBench {
  readonly root: HTMLElement;
  readonly page: FreePage;
  readonly words: WorkbenchWords;
  readonly free: FreeWords;
  readonly table: Table;
  readonly list: AskList;
  readonly session: Session;
  readonly client: WorkerClient;
  readonly keeping: Keeping;
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
}

/** Brings the workbench to life. Returns the way to close it again. */
export async function openFreeBench(root: HTMLElement): Promise<() => void> {
  const page = JSON.parse(find(root, 'script[type="application/json"]').textContent ?? '') as FreePage;
  const [words, free, opened] = await Promise.all([
    loadWorkbenchWords(page.locale),
    loadFreeWords(page.locale),
    policyLinks.read(location.hash),
  ]);
  const closing = new AbortController();
  const bench = assemble(root, page, words, free, closing.signal);
  const { table, session, keeping, notices } = bench;
  const stops = [
    session.subscribe((state) => showFreeState(bench, state)),
    watchOtherTabs(bench),
    tellOfStorage(notices, words),
  ];
  const files = policyTypes.map((type) => fileOf[type]);
  const panels = { goToFirst: () => goToFirst(root), caretAt: () => undefined };
  bringControls({ ...bench, desk: table.desk, page: { exercise: { files } }, panels }, closing.signal);
  bringCalls(bench, closing.signal);
  bringMeasure(bench, closing.signal);
  bringFreeMenu(bench, closing.signal);
  bringPolicySharing(bench, opened, closing.signal);
  root.dataset['open'] = '';
  void session.check(table.desk.texts(), { asked: false });
  return () => {
    for (const stop of stops) stop();
    keeping.close();
    session.dispose();
    closing.abort();
    table.desk.close();
  };
}

function assemble(
  root: HTMLElement,
  page: FreePage,
  words: WorkbenchWords,
  free: FreeWords,
  signal: AbortSignal,
): OpenFreeBench {
  const client = createGraderClient(spawnWorker, page.locale);
  client.warm();
  const notices = bringNotices(root);
  const say = bringAnnouncer(root);
  const keeping = openKeeping(page.starter, () => ({ shown: table.shown(), side: table.side }));
  // What is asked changes with each call that is added: the exercise is made afresh for every check.
  const session = openSession(exerciseOf('identity', [], page.starter.identity), {
    ...client,
    grade(_, texts, options) {
      const type = table.shown();
      const asked = exerciseOf(type, table.list.asks(), table.side(type));
      return client.grade(asked, { [fileOf[type]]: texts[fileOf[type]] ?? '' }, options);
    },
  });
  const suggest = openSuggesting(root, client, () => table.list.asks().flatMap(({ on }) => (on === '' ? [] : [on])));
  let isThere = false;
  const start = {
    shown: keeping.shown(),
    sides: { identity: keeping.side('identity'), trust: keeping.side('trust') },
    starter: page.starter,
    language: textLanguage(client),
    words,
    rowTools: { free, suggest: (field: 'action' | 'resource', action: string) => void suggest(field, action) },
  };
  const table: Table = openTable(
    root,
    start,
    {
      changed() {
        if (!isThere) return;
        keeping.changed();
        session.edited(table.desk.texts());
      },
      removed: (call) => say(free('call.removed', { call })),
      ...editorNotices(notices, words),
      displaced: keeping.putAside,
    },
    signal,
  );
  isThere = true;
  return { root, page, words, free, table, list: table.list, session, client, keeping, notices, say };
}

/** Tells when another tab wrote the draft, and offers to take it over. */
function watchOtherTabs({ keeping, notices, table, words }: OpenFreeBench): () => void {
  let putAside = '';
  return keeping.watch((type, side) => {
    const mine = table.side(type);
    // This tab may be closed without another look, and then its text would be nowhere.
    if (putAside !== mine.text) {
      putAside = mine.text;
      keeping.putAside(type, mine);
    }
    const takeOver = (): void => {
      keeping.putAside(type, table.side(type));
      table.lay(type, side);
      notices.hide('other-tab');
    };
    notices.show('other-tab', [words('storage.other-tab')], [{ label: words('storage.take-over'), act: takeOver }]);
  });
}

/** Leads to what the state speaks of: the first call that is not as wanted, else what goes beyond, else the problems. */
function goToFirst(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('.ask:is([data-state="otherwise"], [data-state="unknown"]) summary') ??
    root.querySelector<HTMLElement>('[data-beyond] button') ??
    root.querySelector<HTMLElement>('[data-problems] button');
  target?.focus();
}
