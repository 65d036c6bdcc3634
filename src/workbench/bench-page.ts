import type { Exercise, Files } from '../grading/index.ts';
import type { Locale } from '../messages/index.ts';

/** What the server leaves in the page for one bench: everything its script needs to know of the exercise. */
export interface BenchPage {
  readonly locale: Locale;
  readonly exercise: Exercise;
  readonly goalTexts: Readonly<Record<string, string>>;
  readonly starter: Files;
  /** The solution that is shown, and why it works. */
  readonly solution: { readonly files: Files; readonly reason: string };
  /** Said when the exercise is passed. */
  readonly why: string;
  /** Where one goes on after this exercise; null after the last. The title is empty where it leads to another lesson. */
  readonly next: { readonly href: string; readonly title: string } | null;
}

/** The page's part as text that may stand inside a `<script>` element. */
export function writeBenchPage(page: BenchPage): string {
  return JSON.stringify(page).replaceAll('<', '\\u003c');
}

/** Reads what `writeBenchPage` wrote into this bench. */
export function readBenchPage(bench: ParentNode): BenchPage {
  const text = bench.querySelector('script[type="application/json"]')?.textContent ?? '';
  return JSON.parse(text) as BenchPage;
}
