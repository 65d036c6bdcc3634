import { grade, loadNetworkBill, measure, type NetworkScenario } from '../grading/index.ts';
import { loadChecks } from '../messages/index.ts';
import { renderReport } from '../report/index.ts';
import { answerField, answerPoint } from './answer-language.ts';
import type { Answer, Request } from './protocol.ts';
import { fits as isRequest } from './request.schema.json?fits';

/** The answer to whatever the page sent; null to something that is no request. Never rejects. */
export async function answer(received: unknown): Promise<Answer | null> {
  if (!isRequest(received)) return null;
  const request = received as Request;
  try {
    return await answerRequest(request);
  } catch (error) {
    return { kind: 'failed', id: request.id, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function answerRequest(request: Request): Promise<Answer> {
  if (request.kind === 'field') return answerField(request);
  if (request.kind === 'measure') {
    const { id, scenario, files, proposes } = request;
    return { kind: 'measure', id, measure: await measure(scenario, files, { proposes }) };
  }
  if (request.kind === 'bill') {
    const { billFor } = await loadNetworkBill();
    return { kind: 'bill', id: request.id, bill: billFor(request.files, request.scenario as NetworkScenario) };
  }
  if (request.kind !== 'grade') return answerPoint(request);
  const { id, exercise, files, goalTexts, locale } = request;
  const [report, checks] = await Promise.all([grade(exercise, files), loadChecks(locale)]);
  return { kind: 'report', id, report: renderReport(report, files, goalTexts, checks) };
}
