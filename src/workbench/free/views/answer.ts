import type { ReportedStep } from '../../../report/index.ts';
import { make, sentence } from '../../dom.ts';
import { evidenceTag, sourceLink } from '../../views/problems.ts';
import type { NamedAsk } from '../free-scenario.ts';
import type { RowTools } from './ask-row.ts';

/** What came of a call: in a line, and unfolded with AWS's sentence, the rule behind it and the way to the deciding text. */
export function answerView(
  step: ReportedStep,
  { as }: NamedAsk,
  { free, words, show, mend }: RowTools,
  open: boolean,
): HTMLDetailsElement {
  const seen = new Set<string>();
  const ranges = step.decidedBy.filter(({ file, start, end }) => {
    const key = `${file}:${start}:${end}`;
    return !seen.has(key) && seen.add(key);
  });
  return make(
    'details',
    { class: 'ask-why', open },
    make(
      'summary',
      {},
      make('span', { class: 'ask-outcome' }, words(`outcome.${step.outcome}`)),
      ' ',
      sentence(step.message),
    ),
    make(
      'div',
      { class: 'step-why' },
      step.said !== '' &&
        make('pre', { class: 'step-said', 'aria-label': words('run.said'), tabindex: 0, role: 'group' }, step.said),
      step.why !== '' && make('p', { class: 'step-rule' }, sentence(step.why)),
      as !== '' && make('p', { class: 'step-rule' }, free('call.as', { call: as })),
      make(
        'p',
        { class: 'small-print' },
        ranges
          .slice(0, 3)
          .map((range) =>
            make(
              'button',
              { type: 'button', class: 'bench-quiet', onclick: () => show(range) },
              free('show', { file: range.file }),
            ),
          ),
        (step.fixes ?? []).map((fix) =>
          make(
            'button',
            { type: 'button', class: 'bench-quiet', onclick: () => mend(fix) },
            sentence(words('problem.fix', { title: fix.title })),
          ),
        ),
        evidenceTag(step.evidence, words),
        sourceLink(step.source, words),
      ),
    ),
  );
}
