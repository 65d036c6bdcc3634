import type { Measure, Proposal } from '../../grading/index.ts';
import { type MeasureWords, measureWords } from '../../messages/measure.ts';
import { compareLines } from '../compare-lines.ts';
import { find, make, sentence } from '../dom.ts';
import { beyondView, type OpenedGroups } from '../measure/beyond-view.ts';
import { proposalView } from '../measure/proposal-view.ts';
import { scoreView } from '../measure/score-view.ts';
import { followScore, type Standing } from '../measure/standing.ts';
import { fileOf } from './free-desk.ts';
import { exerciseOf } from './free-scenario.ts';
import type { OpenFreeBench } from './open-free-bench.ts';

/** Shows how far an identity policy goes beyond the calls that should work, and a smaller one. Measured after each check. */
export function bringMeasure(bench: OpenFreeBench, signal: AbortSignal): void {
  const { root, page, session, client, table, list } = bench;
  const words = measureWords(page.locale);
  const [place, pill] = [find(root, '[data-measure]'), find(root, '[data-points]')];
  const follow = followScore();
  const opened: OpenedGroups = new Set();
  let asked = '';

  const show = async (need: string, text: string, measured: Measure | null): Promise<void> => {
    const standing = measured?.kind === 'measured' ? follow(need, measured.score.points) : null;
    paintPill(pill, standing, words);
    place.replaceChildren(...(await viewOf(bench, words, measured, standing, opened, text)));
  };
  const measure = async (): Promise<void> => {
    const text = table.desk.texts()[fileOf.identity] ?? '';
    const { scenario } = exerciseOf('identity', list.asks(), table.side('identity')).exercise;
    const need = JSON.stringify(scenario);
    if (asked === need + text) return;
    asked = need + text;
    place.setAttribute('aria-busy', 'true');
    const measured = await client.measure({ scenario, files: { [fileOf.identity]: text }, proposes: true });
    if (asked !== need + text) return;
    if (measured === null) asked = '';
    place.removeAttribute('aria-busy');
    await show(need, text, measured);
  };
  const stop = session.subscribe(({ phase, report }) => {
    if (phase !== 'report' || report === null) return;
    const isNeeding = list.asks().some(({ wanted }) => wanted === 'allowed') && report.trace.length > 0;
    place.hidden = table.shown() !== 'identity' || report.verdict === 'unreadable' || !isNeeding;
    if (place.hidden) pill.hidden = true;
    else void measure();
  });
  signal.addEventListener('abort', stop);
  pill.addEventListener('click', () => place.querySelector<HTMLElement>('summary, button')?.focus(), { signal });
}

function paintPill(pill: HTMLElement, standing: Standing | null, words: MeasureWords): void {
  pill.hidden = standing === null || standing.points === 0;
  pill.dataset['state'] = 'undecided';
  pill.textContent = words('pill.points', { points: standing?.points ?? 0 });
}

async function viewOf(
  bench: OpenFreeBench,
  words: MeasureWords,
  measured: Measure | null,
  standing: Standing | null,
  opened: OpenedGroups,
  text: string,
): Promise<readonly HTMLElement[]> {
  const idle = (sentenceOf: string): HTMLElement => make('p', { class: 'score-idle' }, sentence(sentenceOf));
  if (measured === null) return [idle(words('score.failed'))];
  if (measured.kind !== 'measured' || standing === null) {
    return [idle(words(measured.kind === 'refused' ? 'score.refused' : 'score.too-long'))];
  }
  const { score, proposal } = measured;
  const head = [
    scoreView(standing, score, words),
    ...beyondView(score, words, opened),
    ...(score.points > 0 ? [make('p', { class: 'score-how' }, words('score.how'))] : []),
  ];
  if (proposal === null || proposal.kind === 'too-long') return head;
  if (proposal.kind !== 'smaller') return [...head, idle(words(`proposal.${proposal.kind}`))];
  return [...head, await smallerView(bench, words, proposal, text)];
}

async function smallerView(
  bench: OpenFreeBench,
  measured: MeasureWords,
  { text, ...proposal }: Proposal,
  written: string,
): Promise<HTMLElement> {
  const copy = (): void =>
    void navigator.clipboard.writeText(text).then(
      () => bench.say(measured('proposal.copied')),
      () => undefined,
    );
  return proposalView(
    { text, ...proposal },
    {
      words: bench.words,
      measured,
      changes: await compareLines(written, text),
      use: () => useText(bench, text, measured('proposal.used')),
      copy,
    },
  );
}

/** Puts a text in place of the identity policy. The one before is put aside, and so is what is written until somebody undoes it. */
function useText({ table, keeping, notices, words, say }: OpenFreeBench, text: string, told: string): void {
  const lay = (next: string): void => {
    keeping.putAside('identity', table.side('identity'));
    table.desk.replace({ ...table.desk.texts(), [fileOf.identity]: next });
  };
  const before = table.desk.texts()[fileOf.identity] ?? '';
  lay(text);
  const undo = (): void => {
    lay(before);
    notices.hide('smaller');
  };
  notices.show('smaller', [told], [{ label: words('undo'), act: undo }]);
  say(told);
  table.desk.focus();
}
