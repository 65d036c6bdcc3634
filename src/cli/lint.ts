import { basename } from 'node:path';
import { type Files, lint } from '../grading/index.ts';
import { loadChecks } from '../messages/index.ts';
import { type ReportedDiagnostic, renderDiagnostics } from '../report/index.ts';
import type { Command } from './arguments.ts';
import { printable } from './paint.ts';
import { printDiagnostic } from './print-report.ts';
import { readText } from './read-text.ts';
import { type ExitCode, type Session, worstOf } from './run.ts';

type Request = Extract<Command, { name: 'lint' }>;

/** Looks for faults in each file, on its own and outside any exercise. */
export async function lintFiles({ domain, paths, policyType }: Request, session: Session): Promise<ExitCode> {
  const checks = await loadChecks(session.locale);
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const { value: text, complaint } = readText(path, session.folder);
    if (complaint !== undefined) {
      codes.push(session.refuse(complaint));
      continue;
    }
    const files = { [basename(path)]: text };
    const linted = session.attempt(path, async () => {
      const found = await lint(domain, files, domain === 'iam' ? { policyType: policyType ?? 'identity' } : undefined);
      const diagnostics = renderDiagnostics(found, files, checks);
      session.answer({ path, diagnostics }, () => printFindings(path, diagnostics, files, session));
      return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
    });
    codes.push(await linted);
  }
  return worstOf(codes);
}

function printFindings(path: string, found: readonly ReportedDiagnostic[], files: Files, session: Session): string {
  const { say, paint } = session;
  const count = (severity: string) => found.filter((diagnostic) => diagnostic.severity === severity).length;
  const summary =
    found.length === 0
      ? paint('good', say('lint.clean'))
      : say('lint.count', { errors: count('error'), warnings: count('warning'), notes: count('info') });
  const lines = found.flatMap((diagnostic) => ['', ...printDiagnostic(diagnostic, files, session)]);
  return [`${paint('strong', printable(path))}  ${summary}`, ...lines, ...(lines.length === 0 ? [] : [''])].join('\n');
}
