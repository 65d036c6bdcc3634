import { loadNetworkWords, type NetworkWords } from '../../messages/free-network.ts';
import type { Locale } from '../../messages/index.ts';
import { loadWorkbenchWords, type WorkbenchWords } from '../../messages/workbench.ts';
import { type BillClient, createGraderClient } from '../../worker/client.ts';
import { spawnWorker } from '../../worker/spawn.ts';
import { bringControls } from '../controls.ts';
import type { Desk } from '../desk.ts';
import { find } from '../dom.ts';
import { type LoneKeeping, openLoneKeeping } from '../lone-keeping.ts';
import { openLoneSession } from '../lone-session.ts';
import { bringVersions, followPaste, type LoneText, openLoneText } from '../lone-text.ts';
import type { Session, SessionState } from '../session.ts';
import { bringLoneSharing } from '../sharing/bring-lone-sharing.ts';
import { openDrafts } from '../storage/drafts.ts';
import { bringAnnouncer } from '../views/announcer.ts';
import { bringNotices, type Notices, tellOfStorage } from '../views/notices.ts';
import { billView } from './bill-view.ts';
import { type Needs, needsIn, openNeeds } from './needs.ts';
import { bringNeedsForm, type NeedsForm } from './needs-form.ts';
import { networkLinks, sharedNetwork } from './network-link.ts';
import { endpointsFile, exerciseOf } from './network-scenario.ts';
import { networkShower } from './network-state.ts';

/** Everything that the parts of the open workbench share. */
export interface OpenNetworkBench {
  readonly root: HTMLElement;
  readonly words: WorkbenchWords;
  readonly own: NetworkWords;
  readonly desk: Desk;
  readonly form: NeedsForm;
  readonly session: Session;
  readonly keeping: LoneKeeping<Needs>;
  readonly notices: Notices;
  readonly say: (sentence: string) => void;
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
    networkLinks.read(location.hash),
  ]);
  const closing = new AbortController();
  const [notices, say] = [bringNotices(root), bringAnnouncer(root)];
  const drafts = openDrafts('network-workbench', { [endpointsFile]: starter });
  const shelf = openNeeds();
  const changed = (): void => {
    keeping.changed();
    session.edited(desk.texts());
  };
  const text: LoneText = { root, domain: 'network', file: endpointsFile, starter, words, notices };
  const desk = openLoneText(text, drafts, changed);
  const form = bringNeedsForm(root, shelf.read(), changed);
  const keeping = openLoneKeeping({ file: endpointsFile, starter, desk, drafts, form, shelf }, closing.signal);
  const client = createGraderClient(spawnWorker, locale);
  const session = openLoneSession(client, desk, endpointsFile, (own) => exerciseOf(own, form.said()));
  const bench: OpenNetworkBench = { root, words, own, desk, form, session, keeping, notices, say };
  const stops = followSession(bench, client, closing.signal);
  const panels = { goToFirst: () => goToFirst(root), caretAt: () => undefined };
  bringControls({ ...bench, page: { exercise: { files: [endpointsFile] } }, panels }, closing.signal);
  bringVersions({ ...text, locale, desk, drafts, say }, own('reset.done'), closing.signal);
  followPaste(root, () => takeNeeds(bench), closing.signal);
  bringLoneSharing(bench, sharedNetwork, opened, closing.signal);
  root.dataset['open'] = '';
  void session.check(desk.texts(), { asked: false });
  return () => {
    for (const stop of stops) stop();
    closing.abort();
    session.dispose();
    desk.close();
  };
}

/** Shows each state of the session, with its bill, and what becomes of the drafts. Returns the ways to stop. */
function followSession(bench: OpenNetworkBench, client: BillClient, signal: AbortSignal): readonly (() => void)[] {
  const { session, notices, words } = bench;
  return [
    session.subscribe(networkShower(bench, signal)),
    session.subscribe((state) => void showBill(bench, client, state)),
    tellOfStorage(notices, words),
  ];
}

/** Endpoints that are pasted as a whole bring their region and their route table along. */
function takeNeeds({ desk, form, keeping }: OpenNetworkBench): void {
  form.fill({ ...form.said(), ...needsIn(desk.texts()[endpointsFile] ?? '') });
  keeping.changed();
}

/** Asks what the endpoints cost once a check of them is there. */
async function showBill({ root, own, form }: OpenNetworkBench, client: BillClient, state: SessionState): Promise<void> {
  if (state.phase !== 'report' || state.files === null) return;
  const { exercise } = exerciseOf(state.files[endpointsFile] ?? '', form.said());
  const bill = await client.bill({ scenario: exercise.scenario, files: state.files });
  find(root, '[data-bill]').replaceChildren(...(bill === null ? [] : [billView(bill, own)]));
}

/** Leads to what the state speaks of: the first connection that is not open, else the problems. */
function goToFirst(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('.picture-link:not([data-state="open"]) button') ??
    root.querySelector<HTMLElement>('[data-problems] button') ??
    root.querySelector<HTMLElement>('.picture-link button');
  target?.focus();
}
