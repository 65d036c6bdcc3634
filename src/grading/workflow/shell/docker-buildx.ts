import { localName } from '../actions/build.ts';
import { readImageReference } from '../actions/image-reference.ts';
import { fail } from '../actions/inputs.ts';
import { pushImage } from '../actions/registry-push.ts';
import { isUnknown, readable, unknown } from '../unknown.ts';
import type { Call, Done } from './call.ts';
import { buildWith } from './docker-build.ts';
import { allOf, isOn, lastOf, type OptionTable, readOptions } from './options.ts';
import { failed, unknownFlag } from './refusals.ts';

const createTable: OptionTable = {
  valued: [
    'name',
    'driver',
    'driver-opt',
    'buildkitd-flags',
    'buildkitd-config',
    'config',
    'platform',
    'node',
    'timeout',
  ],
  flags: ['use', 'bootstrap', 'append', 'leave', 'debug'],
  short: {},
};

/** `docker buildx` with its builders: only the current one is used, and only `--use` or `use` makes one current. */
export function buildx(call: Call): Done {
  const [verb, ...rest] = call.args;
  const inner: Call = { ...call, args: rest };
  switch (verb?.text) {
    case 'build':
    case 'b':
      return buildWith(inner, 'buildx');
    case 'create':
      return create(inner);
    case 'use':
      return use(inner);
    case 'imagetools':
      return imagetools(inner);
    case 'inspect':
    case 'ls':
    case 'version':
    case 'prune':
    case 'rm':
    case 'du':
    case 'install':
      return { status: 'ok', out: unknown('command', 'docker buildx') };
    default:
      return { status: 'unknown', out: unknown('command', 'docker buildx') };
  }
}

function create(call: Call): Done {
  const { machine } = call.context;
  const options = readOptions(call.args, createTable);
  const name = lastOf(options, 'name') ?? `builder-${call.context.step.index}-${machine.builders.length}`;
  const builder = { name, driver: lastOf(options, 'driver') ?? 'docker-container' };
  return {
    status: 'ok',
    out: `${name}\n`,
    effects: { machine: { builders: [...machine.builders, builder], ...(isOn(options, 'use') ? { builder } : {}) } },
  };
}

function use(call: Call): Done {
  const { machine } = call.context;
  const name = call.args.map(({ text }) => text).find((text) => !text.startsWith('-')) ?? '';
  if (name === 'default')
    return { status: 'ok', out: '', effects: { machine: { builder: { name, driver: 'docker' } } } };
  const builder = machine.builders.find((each) => each.name === name);
  if (builder !== undefined) return { status: 'ok', out: '', effects: { machine: { builder } } };
  if (isUnknown(name)) return { status: 'unknown', out: '' };
  return failed([fail('workflow/builder-missing', { name }, [call.range])], {
    machine: { builder: { name, driver: 'docker-container' } },
  });
}

const mergeTable: OptionTable = {
  valued: ['tag', 'annotation', 'builder', 'file', 'progress', 'platform', 'metadata-file'],
  flags: ['append', 'dry-run', 'prefer-index', 'debug'],
  short: { t: 'tag', f: 'file' },
};

/**
 * Merges what the registry already holds under a new tag, which then serves the platforms of all its sources.
 *
 * @source https://docs.docker.com/reference/cli/docker/buildx/imagetools/create/ (read 2026-11-24)
 */
export function imagetools(call: Call): Done {
  const { context, range } = call;
  const [verb, ...rest] = call.args;
  if (verb?.text !== 'create') return { status: 'ok', out: unknown('command', 'imagetools') };
  const options = readOptions(rest, mergeTable);
  const [odd] = options.unknown;
  if (odd !== undefined) return unknownFlag(odd, mergeTable, call);
  const sources = options.operands.map((text) => readImageReference(text, context));
  const targets = allOf(options, 'tag').map((text) => readImageReference(text, context));
  const bad = [...sources, ...targets].find(({ fault }) => fault !== null);
  if (bad !== undefined) {
    const failure = fail(
      bad.text.endsWith('sha256:*')
        ? 'workflow/merge-source-missing'
        : bad.fault === 'upper-case'
          ? 'workflow/upper-case-name'
          : 'workflow/invalid-tag',
      { tag: readable(bad.text), source: readable(bad.text) },
      [range],
    );
    return failed([failure], {
      attempts: [
        {
          operation: 'push-image',
          call: 'docker buildx imagetools create',
          outcome: 'denied',
          failure,
          decidedBy: [range],
        },
      ],
    });
  }
  if (sources.length === 0) return failed([fail('workflow/merge-without-sources', {}, [range])]);
  const known = sources.map((source) =>
    context.registry.get(
      source.digest === '' ? localName(source) : `${source.host}/${source.repository}@${source.digest}`,
    ),
  );
  const doubtful = sources.some(({ text }) => isUnknown(text));
  const missing = sources[known.indexOf(undefined)];
  if (missing !== undefined && !doubtful) {
    const failure = fail(
      'workflow/merge-source-missing',
      { source: readable(missing.text) },
      [range],
      `ERROR: ${readable(missing.text)}: not found`,
    );
    return failed([failure], {
      attempts: [
        {
          operation: 'push-image',
          call: 'docker buildx imagetools create',
          outcome: 'denied',
          failure,
          decidedBy: [range],
        },
      ],
    });
  }
  if (targets.length === 0) return { status: 'ok', out: '' };
  const image = {
    platforms: doubtful ? [] : [...new Set(known.flatMap((each) => each?.platforms ?? []))],
    bare: known.some((each) => each?.bare === true),
    isThere: known.every((each) => each?.isThere === true),
    range,
  };
  if (isOn(options, 'dry-run')) return { status: 'ok', out: '{}\n' };
  const result = pushImage(context, targets, image, 'buildx', [range], 'merge');
  const attempts = doubtful
    ? result.attempts.map((attempt) => ({ ...attempt, outcome: 'unknown' as const }))
    : result.attempts;
  return {
    status: result.failures.length === 0 ? 'ok' : 'failed',
    out: '',
    effects: { ...result, attempts, pushes: doubtful ? [] : result.pushes },
  };
}
