import { fail } from '../actions/inputs.ts';
import { pushImage } from '../actions/registry-push.ts';
import type { Failure } from '../run/state.ts';
import { isUnknown, unknown } from '../unknown.ts';
import { type Call, type Done, nothingRun } from './call.ts';
import { buildWith } from './docker-build.ts';
import { firstRefused, mergeImages, referencesIn } from './merge.ts';
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
  const [verb, ...rest] = call.args;
  if (verb?.text !== 'create') return { status: 'ok', out: unknown('command', 'imagetools') };
  const options = readOptions(rest, mergeTable);
  const [odd] = options.unknown;
  if (odd !== undefined) return unknownFlag(odd, mergeTable, call);
  const sources = referencesIn(options.operands, call);
  const targets = referencesIn(allOf(options, 'tag'), call);
  const refused = firstRefused([...sources, ...targets], call);
  if (refused !== null) return failedMerge(refused);
  if (sources.length === 0) return failed([fail('workflow/merge-without-sources', {}, [call.range])]);
  const { image, isDoubtful, failure } = mergeImages(sources, call);
  if (failure !== null) return failedMerge(failure);
  if (targets.length === 0) return nothingRun;
  if (isOn(options, 'dry-run')) return { status: 'ok', out: '{}\n' };
  const result = pushImage(call.context, targets, image, 'buildx', [call.range], 'merge');
  const effects = isDoubtful
    ? {
        ...result,
        pushes: [],
        attempts: result.attempts.map((attempt) => ({ ...attempt, outcome: 'unknown' as const })),
      }
    : result;
  return { status: result.failures.length === 0 ? 'ok' : 'failed', out: '', effects };
}

function failedMerge(failure: Failure): Done {
  const attempt = { operation: 'push-image', call: 'docker buildx imagetools create', outcome: 'denied' as const };
  return failed([failure], { attempts: [{ ...attempt, failure, decidedBy: failure.ranges }] });
}
