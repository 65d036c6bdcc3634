import { exercises } from '../src/exercises/loader.ts';
import { lint, loadAuthorization } from '../src/grading/index.ts';
import { type Measurement, time } from './time.ts';

/** Decides one request by one policy, given as an object, in some other way than ours. */
export interface Yardstick {
  readonly name: string;
  readonly decide: (policy: object, request: Asked) => unknown;
}

/** A request of the talk's push. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly account: string;
  readonly role: string;
  readonly context: Readonly<Record<string, string>>;
}

const account = '111122223333';
const asked: Asked = {
  action: 'ecr:PutImage',
  resource: `arn:aws:ecr:ap-northeast-1:${account}:repository/workshop-app`,
  account,
  role: `arn:aws:iam::${account}:role/github-actions-ecr-push`,
  context: { 'aws:RequestedRegion': 'ap-northeast-1', 'aws:SecureTransport': 'true' },
};

/** What IAM's part takes: authorisations by the policy of the talk's push, ours and another's, and the texts that are hard on a linter. */
export async function measureIam(yardstick: Yardstick): Promise<readonly Measurement[]> {
  const { authorize, compilePolicy, decide, parsePolicy } = await loadAuthorization();
  const text = solutionOf('iam-buildx-push');
  const { document } = parsePolicy(text, 'policy.json', 'identity');
  if (document === null) throw new Error('The first solution of iam-buildx-push is not a policy');
  const compiled = [compilePolicy(document)];
  const policy = JSON.parse(text) as object;
  const login = { ...asked, action: 'ecr:GetAuthorizationToken', resource: '*' };
  const denied = { ...asked, action: 'ecr:DeleteRepository' };
  return [
    await time('Authorisation: ecr:PutImage by the policy of the push', () => decide(compiled, asked)),
    await time('Authorisation: ecr:GetAuthorizationToken by the same', () => decide(compiled, login)),
    await time('Authorisation: ecr:DeleteRepository, which it denies', () => decide(compiled, denied)),
    await time('The same from text, read and linted each time', () => authorize([text], asked)),
    await time(`${yardstick.name}: ecr:PutImage by the policy of the push`, () => yardstick.decide(policy, asked)),
    await time('Lint: ten thousand statements', () => lint('iam', { 'policy.json': manyStatements(10_000) })),
    await time('Lint: a thousand statements', () => lint('iam', { 'policy.json': manyStatements(1000) })),
    ...(await measurePatterns()),
  ];
}

function solutionOf(id: string): string {
  const [solution] = exercises.find((exercise) => exercise.id === id)?.solutions.values() ?? [];
  return solution?.['policy.json'] ?? '';
}

function manyStatements(count: number): string {
  const statement = (index: number): string =>
    `{"Effect":"Allow","Action":["ecr:PutImage","s3:Get*"],"Resource":"arn:aws:s3:::b${index}/*"}`;
  return `{"Version":"2012-10-17","Statement":[${Array.from({ length: count }, (_, index) => statement(index)).join(',')}]}`;
}

/** Patterns of ten thousand characters on names of as many, made to keep a matcher busy. */
async function measurePatterns(): Promise<readonly Measurement[]> {
  const { compilePolicy, decide, parsePolicy } = await loadAuthorization();
  const hard = {
    'five thousand *': '*a'.repeat(5000),
    'one long piece': `*${'a'.repeat(5000)}b*`,
    '? in every second place': `*${'a?'.repeat(2500)}b*`,
  };
  const measurements: Measurement[] = [];
  for (const [name, pattern] of Object.entries(hard)) {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${pattern}b` };
    const { document } = parsePolicy(
      JSON.stringify({ Version: '2012-10-17', Statement: statement }),
      'policy.json',
      'identity',
    );
    const compiled = document === null ? [] : [compilePolicy(document)];
    const request = { action: 's3:GetObject', resource: `arn:aws:s3:::${'a'.repeat(10_000)}`, context: {} };
    measurements.push(await time(`Match: 10 KB pattern, ${name}`, () => decide(compiled, request)));
  }
  return measurements;
}
