import type { Evidence } from '../../grading/index.ts';
import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report, ReportedDiagnostic } from '../../report/index.ts';
import { make, sentence } from '../dom.ts';

/** What the learner may do with a problem. */
export interface ProblemActions {
  go(problem: ReportedDiagnostic): void;
  mend(problem: ReportedDiagnostic, fix: ReportedDiagnostic['fixes'][number]): void;
}

const signs = { error: '✕', warning: '!', info: 'i' } as const;

/** The place of a problem in words: a line, and the file where an exercise has several. */
export function placeOf({ file, start }: ReportedDiagnostic, files: readonly string[], words: WorkbenchWords): string {
  return files.length > 1
    ? words('problem.place.file', { file, line: start.line })
    : words('problem.place', { line: start.line });
}

/** The list of what is wrong in the text. */
export function problemList(
  { diagnostics }: Report,
  files: readonly string[],
  words: WorkbenchWords,
  actions: ProblemActions,
): HTMLElement {
  if (diagnostics.length === 0) return make('p', { class: 'panel-idle' }, words('problems.none'));
  const listed = bySeverity(diagnostics).slice(0, mostListed);
  const count = diagnostics.length - listed.length;
  return make(
    'div',
    {},
    make(
      'ol',
      { class: 'problems' },
      listed.map((problem) => problemItem(problem, placeOf(problem, files, words), words, actions)),
    ),
    count > 0 && make('p', { class: 'panel-idle' }, words('problems.more', { count })),
  );
}

/** Nobody reads on after so many; a text of a megabyte can have thousands, and to list them all would stop the page for seconds. */
const mostListed = 200;

/** What stops the run first; within one severity the order of the texts stays. */
function bySeverity(diagnostics: readonly ReportedDiagnostic[]): readonly ReportedDiagnostic[] {
  const order = ['error', 'warning', 'info'] as const;
  return order.flatMap((severity) => diagnostics.filter((problem) => problem.severity === severity));
}

function problemItem(
  problem: ReportedDiagnostic,
  place: string,
  words: WorkbenchWords,
  { go, mend }: ProblemActions,
): HTMLElement {
  const { severity, message, why, fix, evidence, source, fixes } = problem;
  return make(
    'li',
    { class: 'problem', 'data-severity': severity },
    make('span', { class: 'problem-sign', 'aria-hidden': 'true' }, signs[severity]),
    make(
      'div',
      {},
      make(
        'button',
        { type: 'button', class: 'problem-go', onclick: () => go(problem) },
        make('span', { class: 'unseen' }, `${words(`severity.${severity}`)}: `),
        sentence(message),
        make('span', { class: 'problem-place' }, place),
      ),
      why !== '' && make('p', {}, sentence(why)),
      fix !== '' && make('p', { class: 'problem-fix' }, sentence(fix)),
      make(
        'p',
        { class: 'small-print' },
        fixes.map((mended) =>
          make(
            'button',
            { type: 'button', class: 'bench-quiet', onclick: () => mend(problem, mended) },
            sentence(words('problem.fix', { title: mended.title })),
          ),
        ),
        evidenceTag(evidence, words),
        sourceLink(source, words),
      ),
    ),
  );
}

/** What a claim rests on, quietly. */
export function evidenceTag(evidence: Evidence, words: WorkbenchWords): HTMLElement {
  return make('span', { class: 'tag', 'data-evidence': evidence }, words(`evidence.${evidence}`));
}

export function sourceLink(source: string, words: WorkbenchWords): HTMLElement {
  return make('a', { class: 'source', href: source, rel: 'noreferrer', target: '_blank' }, words('source'));
}
