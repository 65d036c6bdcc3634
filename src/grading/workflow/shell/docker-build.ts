import { build } from '../actions/build.ts';
import type { BuildOrder } from '../actions/build-order.ts';
import { readOutput } from '../actions/build-output.ts';
import { fail } from '../actions/inputs.ts';
import type { Builder } from '../run/state.ts';
import type { Call, Done } from './call.ts';
import { allOf, isOn, lastOf, type Options, type OptionTable, readOptions } from './options.ts';
import { failed, unknownFlag } from './refusals.ts';

/** Options of `docker buildx build`. @source https://docs.docker.com/reference/cli/docker/buildx/build/ (read 2026-11-24) */
const buildTable: OptionTable = {
  valued: [
    'tag',
    'file',
    'platform',
    'output',
    'build-arg',
    'cache-from',
    'cache-to',
    'label',
    'annotation',
    'target',
    'builder',
    'secret',
    'ssh',
    'progress',
    'provenance',
    'sbom',
    'attest',
    'network',
    'add-host',
    'allow',
    'build-context',
    'iidfile',
    'metadata-file',
    'no-cache-filter',
    'shm-size',
    'ulimit',
    'cgroup-parent',
    'call',
    'policy',
    'memory',
    'cpu-shares',
    'isolation',
    'security-opt',
    'memory-swap',
  ],
  flags: [
    'push',
    'load',
    'pull',
    'no-cache',
    'quiet',
    'rm',
    'force-rm',
    'squash',
    'compress',
    'debug',
    'check',
    'disable-content-trust',
  ],
  short: { t: 'tag', f: 'file', o: 'output', q: 'quiet', D: 'debug', m: 'memory', c: 'cpu-shares' },
};

/** `docker build` uses the default builder, `docker buildx build` the current one, unless an option or a variable names another. */
export function buildWith(call: Call, form: 'docker' | 'buildx'): Done {
  const { context, range } = call;
  const options = readOptions(call.args, buildTable);
  const [odd] = options.unknown;
  if (odd !== undefined) return unknownFlag(odd, buildTable, call);
  const [path, ...more] = options.operands;
  if (path === undefined || more.length > 0) return failed([fail('workflow/build-without-context', {}, [range])]);
  const result = build(context, orderOf(call, options, path, form));
  return { status: result.outcome === 'failure' ? 'failed' : 'ok', out: '', effects: result };
}

function orderOf(call: Call, options: Options, path: string, form: 'docker' | 'buildx'): BuildOrder {
  const { context, range } = call;
  const outputs = allOf(options, 'output').map(readOutput);
  const pushing = outputs.filter(({ pushes }) => pushes);
  const named = allOf(options, 'tag');
  const tags = named.length > 0 ? named : pushing.map(({ name }) => name).filter((name) => name !== '');
  return {
    client: 'buildx',
    builder: builderFor(call, lastOf(options, 'builder') ?? call.variables.get('BUILDX_BUILDER'), form),
    path: /^(https?:\/\/|git@|git:\/\/|-$)/.test(path) ? null : path,
    tags: { text: tags.join('\n'), range, origins: context.script?.origins ?? [] },
    tagList: tags,
    platforms: platformsOf(call, options),
    platformRanges: [range],
    push: isOn(options, 'push') || pushing.length > 0,
    load: isOn(options, 'load') || outputs.some(({ type }) => type === 'docker'),
    byDigest: pushing.some(({ byDigest }) => byDigest),
    exportsElsewhere: outputs.some(({ pushes, type }) => !pushes && type !== 'docker'),
    cacheFrom: allOf(options, 'cache-from'),
    cacheTo: allOf(options, 'cache-to'),
    provenance: switchOf(lastOf(options, 'provenance')),
    sbom: switchOf(lastOf(options, 'sbom')) === true,
    ranges: [range],
    pushRanges: [range],
  };
}

/** The platforms that the command names, else the one of the variable. */
function platformsOf({ variables }: Call, options: Options): readonly string[] {
  const named = allOf(options, 'platform')
    .flatMap((list) => list.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const byDefault = variables.get('DOCKER_DEFAULT_PLATFORM') ?? '';
  return named.length === 0 && byDefault !== '' ? [byDefault] : named;
}

function builderFor({ context }: Call, named: string | undefined, form: 'docker' | 'buildx'): Builder {
  const known = context.machine.builders.find(({ name }) => name === named);
  if (named !== undefined && named !== '' && named !== 'default')
    return known ?? { name: named, driver: 'docker-container' };
  return named === 'default' || form === 'docker' ? { name: 'default', driver: 'docker' } : context.machine.builder;
}

function switchOf(value: string | undefined): boolean | null {
  if (value === undefined) return null;
  return !/^(false|0)$/.test(value);
}
