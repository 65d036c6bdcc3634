import { loadAuthorization } from '../grading/index.ts';
import { loadChecks } from '../messages/index.ts';
import { renderDiagnostics } from '../report/index.ts';
import { type Case, readCases } from './cases.ts';
import { printable } from './paint.ts';
import { printDiagnostic } from './print-report.ts';
import { type ExitCode, type Session, worstOf } from './run.ts';

type Authorizer = Awaited<ReturnType<typeof loadAuthorization>>;
type Checks = Awaited<ReturnType<typeof loadChecks>>;

/** Decides every case of every file, in order. A file that cannot be read does not keep the others from being decided. */
export async function authorizeCases(paths: readonly string[], session: Session): Promise<ExitCode> {
  const [authorizer, checks] = await Promise.all([loadAuthorization(), loadChecks(session.locale)]);
  const codes: ExitCode[] = [];
  for (const path of paths) {
    const { value: cases, complaint } = readCases(path, session.folder);
    if (complaint !== undefined) codes.push(session.refuse(complaint));
    for (const each of cases ?? []) {
      const decided = session.attempt(`${path}: ${each.id}`, () => decideCase(each, authorizer, checks, session));
      codes.push(await decided);
    }
  }
  return worstOf(codes);
}

function decideCase(
  { id, policies, boundary, request }: Case,
  authorizer: Authorizer,
  checks: Checks,
  session: Session,
): ExitCode {
  const { decision, reason, decidedBy, diagnostics: found } = authorizer.authorize(policies, request, boundary);
  const given = boundary === undefined ? policies : [...policies, boundary];
  const texts = given.map((policy, index) => [`policies[${index}]`, authorizer.textOf(policy)] as const);
  const files = Object.fromEntries(texts);
  const diagnostics = renderDiagnostics(found, files, checks);
  session.answer({ id, decision, decidedBy, diagnostics }, () => {
    const { say, paint } = session;
    const by = decidedBy.map(({ policy, statement }) => say('decision.by', { policy, statement })).join('; ');
    const style = decision === 'allowed' ? 'good' : 'bad';
    const verdict = paint(style, say(`decision.${decision}`));
    const faults = diagnostics.flatMap((diagnostic) => ['', ...printDiagnostic(diagnostic, files, session)]);
    const told = paint('quiet', [by, printable(reason)].filter((each) => each !== '').join(': '));
    return [`${paint('strong', printable(String(id)))}  ${verdict}  ${told}`.trimEnd(), ...faults].join('\n');
  });
  const faulty = decision === 'unreadable' || diagnostics.some(({ severity }) => severity === 'error');
  return faulty ? 1 : 0;
}
