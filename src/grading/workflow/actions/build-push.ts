import { saidOf } from '../facts/failures.ts';
import type { Failure, StepContext, StepResult } from '../run/state.ts';
import { build } from './build.ts';
import { readOutput } from './build-output.ts';
import { booleanOf, givenOf, itemsOf, rangesOf, textOf } from './inputs.ts';

/**
 * Builds with Buildx and pushes. The default context is the commit on GitHub, so files on the machine only count when `context` is a path.
 *
 * @source https://github.com/docker/build-push-action/blob/master/src/context.ts (read 2026-11-24)
 */
export function buildAndPush(context: StepContext): StepResult {
  const flags = (['push', 'load', 'no-cache', 'pull'] as const).map((name) => booleanOf(context, name, false));
  const [push, load] = flags;
  const wrong = flags.map((flag) => flag.failure).filter((failure) => failure !== null);
  const outputs = itemsOf(textOf(context, 'outputs'), 'lines').map(readOutput);
  const pushing = outputs.filter((output) => output.pushes);
  const tags = givenOf(context, 'tags');
  const named = pushing.flatMap(({ name }) => (name === '' ? [] : [name]));
  const platformsGiven = context.input('platforms');
  const result = build(context, {
    client: 'buildx',
    builder: builderFor(context),
    path: pathOf(textOf(context, 'context')),
    tags: tags.text === '' && named.length > 0 ? givenOf(context, 'outputs') : tags,
    tagList: [
      ...itemsOf(tags.text, 'lines-and-commas'),
      ...(itemsOf(tags.text, 'lines-and-commas').length === 0 ? named : []),
    ],
    platforms: itemsOf(platformsGiven?.text ?? '', 'lines-and-commas'),
    platformRanges:
      platformsGiven === undefined ? [context.step.range] : [platformsGiven.range, ...platformsGiven.origins],
    push: push?.is === true || wrong.some(({ params }) => params['input'] === 'push') || pushing.length > 0,
    load: load?.is === true || outputs.some(({ type }) => type === 'docker'),
    byDigest: pushing.some(({ byDigest }) => byDigest),
    exportsElsewhere: outputs.some(({ pushes }) => !pushes),
    cacheFrom: itemsOf(textOf(context, 'cache-from'), 'lines'),
    cacheTo: itemsOf(textOf(context, 'cache-to'), 'lines'),
    provenance: readSwitch(textOf(context, 'provenance')),
    sbom: readSwitch(textOf(context, 'sbom')) === true,
    ranges: [context.step.range],
    pushRanges: rangesOf(context, context.input('push') === undefined ? 'outputs' : 'push'),
  });
  const told = { ...result, failures: result.failures.map(asAnnotated) };
  return wrong.length === 0 ? told : withFailures(told, wrong);
}

/** The action prints what Buildx says, and makes an annotation of its last line. */
function asAnnotated(failure: Failure): Failure {
  const said = saidOf(failure);
  return said === '' ? failure : { ...failure, said: `${said}\nError: buildx failed with: ${said.split('\n').at(-1)}` };
}

function withFailures(result: StepResult, failures: readonly Failure[]): StepResult {
  const [failure = null] = failures;
  const attempts = result.attempts.map((attempt) =>
    attempt.outcome === 'allowed' && failure !== null
      ? { ...attempt, outcome: 'denied' as const, failure, decidedBy: failure.ranges }
      : attempt,
  );
  return { ...result, outcome: 'failure', failures: [...failures, ...result.failures], attempts };
}

function builderFor(context: StepContext): StepContext['machine']['builder'] {
  const name = textOf(context, 'builder');
  if (name === 'default') return { name, driver: 'docker' };
  const named = context.machine.builders.find((builder) => builder.name === name);
  return named ?? (name === '' ? context.machine.builder : { name, driver: 'docker-container' });
}

/** Null for the Git context, which is the default and what `{{defaultContext}}` and URLs name. */
function pathOf(given: string): string | null {
  return given === '' || given.startsWith('{{') || /^(https?:\/\/|git@|git:\/\/|github\.com\/)/.test(given)
    ? null
    : given;
}

function readSwitch(text: string): boolean | null {
  if (text === '') return null;
  return !/^(false|disabled=true)$/i.test(text);
}
