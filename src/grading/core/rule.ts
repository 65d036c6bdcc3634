import type { Code } from '../../messages/index.ts';
import type { Diagnostic, Files, Severity, Source } from './types.ts';

/**
 * A short text that raises a check, and one as like it as can be that does not. They are shown on the *Checks* page, and a test
 * runs them. With `exercise` both are graded as an answer to it; otherwise they are linted as they stand.
 */
export interface Example {
  readonly fails: string;
  readonly passes: string;
  readonly exercise?: string;
  /** Which file of the domain it is, where a domain has several: `trust-policy.json`. */
  readonly file?: string;
  /** Other files of the submission by name, the same on both sides. */
  readonly beside?: Files;
}

/** Everything a reader may want to know of one diagnostic code; its wording is in the catalogs. */
export interface Check {
  readonly code: Code;
  readonly severity: Severity;
  readonly source: Source;
  readonly example: Example;
}

/** What finds one kind of fault by looking at the document alone. One a file, named as the tail of its code. */
export interface Rule<Document> {
  readonly code: Code;
  readonly severity: Severity;
  readonly source: Source;
  readonly check: (document: Document) => readonly Diagnostic[];
}

/** What every rule finds, rule by rule. */
export function runRules<Document>(rules: readonly Rule<Document>[], document: Document): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule.check(document));
}

/**
 * The checks that rules are, with the example of each by its code. Examples stand apart from the rules, so that a grader can be loaded
 * without them. Throws when a rule has no example.
 */
export function showRules(
  rules: readonly Rule<never>[],
  examples: Readonly<Partial<Record<Code, Example>>>,
): readonly Check[] {
  return rules.map(({ code, severity, source }) => {
    const example = examples[code];
    if (example === undefined) throw new Error(`The rule ${code} has no example`);
    return { code, severity, source, example };
  });
}
