import type { Files } from '../grading/index.ts';
import type { CliText } from '../messages/cli.ts';
import { arrangeRun, type Report, type ReportedDiagnostic, type ReportedStep, type Run } from '../report/index.ts';
import { codeFrame } from './code-frame.ts';
import { type Paint, printable, type Style, wrap } from './paint.ts';

/** What printing for people needs to know beside what is printed. */
export interface Page {
  readonly say: CliText;
  readonly paint: Paint;
  /** Width of the terminal, or of a page where there is none. */
  readonly columns: number;
}

/** A report for people: the verdict, the goals, the run with its refusals in the real system's words, and the faults with their place. */
export function printReport(path: string, report: Report, files: Files, page: Page): string {
  const { say, paint } = page;
  const met = report.goals.filter(({ state }) => state === 'met').length;
  const verdict = paint(report.verdict === 'passed' ? 'good' : 'bad', say(`verdict.${report.verdict}`));
  const count = say('goals.count', { met, all: report.goals.length });
  const run = arrangeRun(report.trace);
  return [
    `${paint('strong', printable(path))}  ${report.exercise}  ${verdict}  ${paint('quiet', count)}`,
    ...section(
      paint('strong', say('goals.title')),
      report.goals.map((goal) => printGoal(goal, paint)),
    ),
    ...section(paint('strong', say('run.title')), printRun(run, page)),
    ...section(
      paint('strong', say('probes.title')),
      run.probes.flatMap(({ step }) => printStep(step, page, false)),
    ),
    ...report.diagnostics.flatMap((diagnostic) => ['', ...printDiagnostic(diagnostic, files, page)]),
    '',
  ].join('\n');
}

/** One diagnostic for people: its place, what is found, the text with the fault underlined, the rule behind it, and one thing to try. */
export function printDiagnostic(diagnostic: ReportedDiagnostic, files: Files, page: Page): readonly string[] {
  const { say, paint } = page;
  const { file, start, end, severity, code } = diagnostic;
  const style: Style = severity === 'error' ? 'bad' : severity === 'warning' ? 'caution' : 'quiet';
  const place = `${printable(file)}:${start.line}:${start.column}`;
  const text = files[file];
  return [
    `${paint('strong', place)}  ${paint(style, say(`severity.${severity}`))}  ${paint('quiet', code)}`,
    ...paragraph(diagnostic.message, page, 2),
    ...(text === undefined || text === '' ? [] : indent(codeFrame(text, start, end, paint), 4)),
    ...paragraph(diagnostic.why, page, 2),
    ...(diagnostic.fix === '' ? [] : paragraph(say('try', { fix: diagnostic.fix }), page, 2)),
    ...sourceLine(diagnostic, page, 2),
  ];
}

function printGoal(goal: Report['goals'][number], paint: Paint): string {
  const marks = { met: paint('good', '✓'), unmet: paint('bad', '✕'), unknown: paint('caution', '?') } as const;
  return `  ${marks[goal.state]} ${printable(goal.message)}`;
}

/** The attempts under their headings. What the real client does not come to is greyed. */
function printRun({ groups, stop }: Run, page: Page): readonly string[] {
  const last = stop === null ? undefined : groups.flatMap(({ steps }) => steps).findLast(({ reached }) => reached);
  const note = paragraph(page.say('not-reached'), page, 6).map((line) => page.paint('quiet', line));
  return groups.flatMap(({ title, steps }) => [
    `  ${page.paint('quiet', printable(title))}`,
    ...steps.flatMap((place) => [...printStep(place.step, page, !place.reached), ...(place === last ? note : [])]),
  ]);
}

function printStep(step: ReportedStep, page: Page, grey: boolean): readonly string[] {
  const { paint, say } = page;
  const marks = { allowed: '✓', denied: '✕', skipped: '–', unknown: '?' } as const;
  const styles = { allowed: 'good', denied: 'bad', skipped: 'quiet', unknown: 'caution' } as const;
  const call = printable(step.call);
  if (grey) return [paint('quiet', `    ${marks[step.outcome]} ${call}  ${say(`outcome.${step.outcome}`)}`)];
  const head = `    ${paint(styles[step.outcome], marks[step.outcome])} ${call}`;
  if (step.outcome === 'allowed' && step.kind === 'attempt') return [head];
  return [
    `${head}  ${paint(styles[step.outcome], say(`outcome.${step.outcome}`))}`,
    ...(step.said === '' ? [] : step.said.split('\n').map((line) => `      ${paint('quiet', '│')} ${printable(line)}`)),
    ...paragraph(step.message, page, 6),
    ...paragraph(step.why, page, 6),
    ...sourceLine(step, page, 6),
  ];
}

function sourceLine(
  { source, evidence }: Pick<ReportedStep, 'source' | 'evidence'>,
  { say, paint }: Page,
  spaces: number,
): readonly string[] {
  if (source === '') return [];
  return indent([paint('quiet', say('source', { url: source, evidence: say(`evidence.${evidence}`) }))], spaces);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function paragraph(text: string, { columns }: Page, spaces: number): readonly string[] {
  return indent(wrap(printable(text), columns - spaces), spaces);
}

function indent(lines: readonly string[], spaces: number): readonly string[] {
  return lines.map((line) => `${' '.repeat(spaces)}${line}`);
}
