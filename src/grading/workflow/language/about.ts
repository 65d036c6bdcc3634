import { type Code, type Message, message } from '../../../messages/index.ts';
import { factsOf } from '../actions/metadata.ts';
import actionWords from '../facts/action-words.yaml';

/** What an input of an action is for, its default, and the words that it takes. */
export interface InputWords {
  readonly about: string;
  readonly default?: string;
  readonly words?: readonly string[];
  readonly required?: boolean;
}

interface ActionWords {
  readonly inputs?: Readonly<Record<string, InputWords>>;
  readonly outputs?: Readonly<Record<string, string>>;
}

const words = actionWords as Readonly<Record<string, ActionWords>>;

/** What is on record of an input, its name in any case; undefined where nothing is. */
export function inputWords(action: string, input: string): InputWords | undefined {
  return words[action]?.inputs?.[input.toLowerCase()];
}

/** The inputs of an action at its newest version, the most used ones first; none for an action that is not on record. */
export function inputsOf(action: string): readonly string[] {
  const known = factsOf(action)?.inputs ?? [];
  const told = Object.keys(words[action]?.inputs ?? {});
  return [...told.filter((name) => known.includes(name)), ...known.filter((name) => !told.includes(name))];
}

/** What the action's own metadata, or GitHub, says. */
export function said(text: string): Message {
  return message('workflow/about-said', { said: text });
}

/** GitHub's description of a key or a word: its first sentence, what else stands in its first paragraph, and where to read on. */
export function aboutDescribed(description: string): readonly Message[] {
  if (description === '') return [];
  const [first = '', ...more] = description.split('\n\n');
  const sentence = /^.*?[.:](?=\s|$)/s.exec(first)?.[0] ?? first;
  const rest = first.slice(sentence.length).trim();
  const link = more.find((paragraph) => paragraph.startsWith('[Documentation]'));
  return [sentence, rest, link ?? ''].filter((each) => each !== '').map(said);
}

/** What an input is for, whether it has to be there, and what it is where it is left out. */
export function aboutInput(action: string, input: string): readonly Message[] {
  const found = inputWords(action, input);
  if (found === undefined) return [];
  return [
    said(found.about),
    ...(found.required === true ? [message('workflow/about-required')] : []),
    ...(found.default === undefined ? [] : [message('workflow/about-default', { value: found.default })]),
  ];
}

/** What an output of an action holds. */
export function aboutOutput(action: string, output: string): readonly Message[] {
  const found = words[action]?.outputs?.[output];
  return found === undefined ? [] : [said(found)];
}

const actions: Readonly<Record<string, Code>> = {
  'actions/checkout': 'workflow/about-checkout',
  'aws-actions/configure-aws-credentials': 'workflow/about-credentials',
  'aws-actions/amazon-ecr-login': 'workflow/about-ecr-login',
  'docker/login-action': 'workflow/about-docker-login',
  'docker/setup-qemu-action': 'workflow/about-qemu',
  'docker/setup-buildx-action': 'workflow/about-buildx',
  'docker/build-push-action': 'workflow/about-build-push',
  'docker/metadata-action': 'workflow/about-metadata',
};

/** What an action on record does. */
export function aboutAction(name: string): readonly Message[] {
  return lookUp(actions, name);
}

const contexts: Readonly<Record<string, Code>> = {
  github: 'workflow/about-github',
  env: 'workflow/about-env',
  vars: 'workflow/about-vars',
  job: 'workflow/about-job',
  jobs: 'workflow/about-jobs',
  steps: 'workflow/about-steps',
  runner: 'workflow/about-runner',
  secrets: 'workflow/about-secrets',
  strategy: 'workflow/about-strategy',
  matrix: 'workflow/about-matrix',
  needs: 'workflow/about-needs',
  inputs: 'workflow/about-inputs',
};

/**
 * What a context holds.
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/contexts (read 2026-11-24)
 */
export function aboutContexts(name: string): readonly Message[] {
  return lookUp(contexts, name.toLowerCase());
}

const ofGithub: Readonly<Record<string, Code>> = {
  sha: 'workflow/about-sha',
  ref: 'workflow/about-ref',
  ref_name: 'workflow/about-ref-name',
  ref_type: 'workflow/about-ref-type',
  head_ref: 'workflow/about-head-ref',
  base_ref: 'workflow/about-base-ref',
  event_name: 'workflow/about-event-name',
  event: 'workflow/about-event',
  repository: 'workflow/about-repository',
  repository_owner: 'workflow/about-repository-owner',
  actor: 'workflow/about-actor',
  run_id: 'workflow/about-run-id',
  run_number: 'workflow/about-run-number',
  run_attempt: 'workflow/about-run-attempt',
  token: 'workflow/about-token',
  workspace: 'workflow/about-workspace',
};

/** The properties of `github` that are read most, in that order. */
export const usualOfGithub: readonly string[] = Object.keys(ofGithub);

/**
 * What a property of `github` holds, for those that are read most.
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context (read 2026-11-24)
 */
export function aboutGithub(name: string): readonly Message[] {
  return lookUp(ofGithub, name.toLowerCase());
}

const functions: Readonly<Record<string, Code>> = {
  contains: 'workflow/about-contains',
  startswith: 'workflow/about-starts-with',
  endswith: 'workflow/about-ends-with',
  format: 'workflow/about-format',
  join: 'workflow/about-join',
  tojson: 'workflow/about-to-json',
  fromjson: 'workflow/about-from-json',
  hashfiles: 'workflow/about-hash-files',
  success: 'workflow/about-success',
  always: 'workflow/about-always',
  cancelled: 'workflow/about-cancelled',
  failure: 'workflow/about-failure',
  case: 'workflow/about-case',
};

/**
 * What a function gives.
 * @source https://docs.github.com/en/actions/reference/workflows-and-actions/expressions (read 2026-11-24)
 */
export function aboutFunction(name: string): readonly Message[] {
  return lookUp(functions, name.toLowerCase());
}

function lookUp(codes: Readonly<Record<string, Code>>, name: string): readonly Message[] {
  const code = Object.hasOwn(codes, name) ? codes[name] : undefined;
  return code === undefined ? [] : [{ code, params: {} }];
}
