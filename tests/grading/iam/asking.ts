import { authorize, type Request } from '../../../src/grading/iam/authorize.ts';

/** A repository that most requests are for. */
export const image = 'arn:aws:ecr:us-east-1:111122223333:repository/app';

/** Members of a statement or of a condition. */
export type Members = Readonly<Record<string, unknown>>;

/** A policy of these statements, an Allow of `ecr:BatchGetImage` on everything where they do not say otherwise. */
export function policy(statement: Members | readonly Members[], version: string | null = '2012-10-17'): object {
  const statements = (Array.isArray(statement) ? statement : [statement]).map((each) => ({
    Effect: 'Allow',
    ...('Action' in each || 'NotAction' in each ? {} : { Action: 'ecr:BatchGetImage' }),
    ...('Resource' in each || 'NotResource' in each ? {} : { Resource: '*' }),
    ...each,
  }));
  return { ...(version === null ? {} : { Version: version }), Statement: statements };
}

/** What one policy makes of a request for the image. */
export function decisionOf(given: string | object, request: Partial<Request> = {}): string {
  return authorize([given], { action: 'ecr:BatchGetImage', resource: image, context: {}, ...request }).decision;
}

/** What an Allow under a condition makes of a request with a context. */
export function under(condition: Members, context: Request['context'] = {}, extra: Members = {}): string {
  return decisionOf(policy({ Condition: condition, ...extra }), { context });
}
