/** Characters (UTF-16 code units) of one file that a grader reads; GitHub reads workflow files of at most 1 MiB. */
export const maxFileLength = 1_048_576;

/** Diagnostics that a report names; a text of a megabyte can hold hundreds of thousands of the same slip, and nobody reads them. */
export const maxDiagnostics = 10_000;

/** Findings of one rule that are kept; a text with more of the same slip is long since worth another look. */
export const maxFindings = 100;
