import { grade } from '../grading/index.ts';
import { loadChecks } from '../messages/index.ts';
import { renderReport } from '../report/index.ts';
import type { Reply, Request } from './protocol.ts';
import { validate as isRequest } from './request.schema.json?ajv';

/** The answer to whatever the page sent; null to something that is no request. Never rejects. */
export async function answer(received: unknown): Promise<Reply | null> {
  if (!isRequest(received)) return null;
  const { id, exercise, files, goalTexts, locale } = received as Request;
  try {
    const [report, checks] = await Promise.all([grade(exercise, files), loadChecks(locale)]);
    return { kind: 'report', id, report: renderReport(report, files, goalTexts, checks) };
  } catch (error) {
    return { kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) };
  }
}
