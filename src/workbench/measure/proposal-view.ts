import type { Proposal, ProvenCall } from '../../grading/index.ts';
import type { MeasureWords } from '../../messages/measure.ts';
import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { LineChange } from '../compare-lines.ts';
import { make, sentence } from '../dom.ts';
import { diffView } from '../views/diff.ts';

/** What a proposal is shown with, and what may be done with it. */
export interface ProposalTools {
  readonly words: WorkbenchWords;
  readonly measured: MeasureWords;
  /** From the policy that is written to the proposal. */
  readonly changes: readonly LineChange[];
  /** Puts the proposal in place of the policy. */
  use(): void;
  copy(): void;
}

/** A smaller policy beside the one that is written, with its proof, and the ways to take it over. */
export function proposalView(proposal: Proposal, tools: ProposalTools): HTMLElement {
  const { sizeBefore, sizeAfter, before, after, proof } = proposal;
  const { words, measured, changes, use, copy } = tools;
  const less = before.points - after.points;
  return make(
    'section',
    { class: 'smaller' },
    make('h3', {}, measured(less > 0 ? 'proposal.title' : 'proposal.title.same')),
    make('p', {}, less > 0 ? measured('proposal.text', { points: less }) : measured('proposal.same')),
    make(
      'p',
      { class: 'smaller-facts' },
      make('span', {}, measured('proposal.points', { before: before.points, after: after.points })),
      make('span', {}, measured('proposal.size', { before: sizeBefore, after: sizeAfter })),
    ),
    after.points > 0 && make('p', { class: 'smaller-left' }, sentence(measured('proposal.left'))),
    diffView(changes, measured('proposal.diff'), words),
    proofView(proof, measured),
    make(
      'p',
      { class: 'smaller-act' },
      make('button', { type: 'button', class: 'bench-check', onclick: use }, measured('proposal.use')),
      make('button', { type: 'button', class: 'bench-quiet', onclick: copy }, measured('proposal.copy')),
    ),
  );
}

function proofView(proof: readonly ProvenCall[], words: MeasureWords): HTMLElement {
  const heads = (['proof.call', 'proof.before', 'proof.after'] as const).map((key) =>
    make('th', { scope: 'col' }, words(key)),
  );
  return make(
    'details',
    { class: 'proof' },
    make('summary', {}, words('proposal.proof', { count: proof.length })),
    make(
      'div',
      {
        class: 'proof-box',
        tabindex: 0,
        role: 'group',
        'aria-label': words('proposal.proof', { count: proof.length }),
      },
      make(
        'table',
        {},
        make('thead', {}, make('tr', {}, heads)),
        make(
          'tbody',
          {},
          proof.map((call) => proofRow(call, words)),
        ),
      ),
    ),
  );
}

function proofRow({ action, resource, before, after }: ProvenCall, words: MeasureWords): HTMLElement {
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, make('code', {}, action), make('code', { class: 'proof-on' }, resource)),
    [before, after].map((decision) => make('td', { 'data-decision': decision }, words(`decision.${decision}`))),
  );
}
