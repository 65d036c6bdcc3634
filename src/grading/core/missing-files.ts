import { message } from '../../messages/index.ts';
import { reportRefusal } from './pipeline.ts';
import type { Diagnostic, Exercise, Files, GradeReport } from './types.ts';

/** Where the real system's owner says what the file is for; a file of another name is one more workflow. */
const sources: Readonly<Record<string, string>> = {
  'push.yml': 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
  'policy.json': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  'trust-policy.json': 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  'endpoints.yaml': 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
};

/**
 * The report on a submission that lacks a file of its exercise, or null when all are there. A file that is there and empty is not
 * missing: its grader has its own word for that.
 */
export function reportMissingFiles(exercise: Exercise, files: Files): GradeReport | null {
  const missing = exercise.files.filter((name) => !Object.hasOwn(files, name));
  return missing.length === 0 ? null : reportRefusal(exercise, missing.map(diagnoseMissing));
}

function diagnoseMissing(file: string): Diagnostic {
  return {
    message: message('core/missing-file', { file }),
    severity: 'error',
    range: { file, start: 0, end: 0 },
    related: [],
    source: { url: sources[file] ?? sources['push.yml'] ?? '', readOn: '2026-11-24', evidence: 'documented' },
    fixes: [],
  };
}
