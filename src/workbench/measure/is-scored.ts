import type { Exercise } from '../../grading/index.ts';

/** True for an exercise that one passes by granting nothing beyond: there a score shows how far it still is. */
export function isScored({ domain, goals }: Pick<Exercise, 'domain' | 'goals'>): boolean {
  return domain === 'iam' && goals.some((goal) => 'absent' in goal && goal.absent.includes('iam/grants-other-action'));
}
