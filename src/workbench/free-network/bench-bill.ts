import { loadNetworkWords } from '../../messages/free-network.ts';
import type { OpenBench } from '../open-bench.ts';
import { billLine } from './bill-view.ts';

/** Keeps what the endpoints of an exercise cost below its goals, after each check; while there is nothing to say, nothing is there. */
export async function bringBenchBill(
  { page, session, client }: OpenBench,
  place: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const words = await loadNetworkWords(page.locale);
  let asked: object | null = null;
  const stop = session.subscribe(async ({ phase, files }) => {
    if (phase !== 'report' || files === null || files === asked) return;
    asked = files;
    const bill = await client.bill({ scenario: page.exercise.scenario, files });
    if (asked !== files) return;
    const line = bill === null ? [] : billLine(bill, words);
    place.replaceChildren(...line);
    place.hidden = line.length === 0;
  });
  signal.addEventListener('abort', stop);
}
