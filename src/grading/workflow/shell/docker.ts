import { localName } from '../actions/build.ts';
import { isOwnRepository, readImageReference } from '../actions/image-reference.ts';
import { fail } from '../actions/inputs.ts';
import { assumedHost, logIn, loginFailed, readEcrHost } from '../actions/registry-login.ts';
import { pushImage } from '../actions/registry-push.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import type { Failure, StepResult } from '../run/state.ts';
import { isUnknown, readable, unknown, unknownsIn } from '../unknown.ts';
import { tokenName } from './aws.ts';
import type { Call, Done } from './call.ts';
import { buildWith } from './docker-build.ts';
import { buildx, imagetools } from './docker-buildx.ts';
import { isOn, lastOf, type OptionTable, readOptions } from './options.ts';
import { failed } from './refusals.ts';

/** The Docker command line, as far as a push goes. */
export function docker(call: Call): Done {
  const [first, ...rest] = call.args;
  const inner: Call = { ...call, args: rest };
  switch (first?.text) {
    case 'login':
      return login(inner);
    case 'build':
      return buildWith(inner, 'docker');
    case 'tag':
      return tag(inner);
    case 'push':
      return push(inner);
    case 'buildx':
    case 'builder':
      return rest[0]?.text === 'imagetools' ? imagetools({ ...call, args: rest.slice(1) }) : buildx(inner);
    case 'image':
      return docker({ ...call, args: rest });
    case 'manifest':
      return manifest(inner);
    case 'run':
      return run(inner);
    case 'logout':
    case 'pull':
    case 'info':
    case 'version':
    case 'images':
    case 'ls':
    case 'inspect':
    case 'rmi':
    case 'ps':
      return {
        status: 'ok',
        out: first.text === 'pull' || first.text === 'logout' ? '' : unknown('command', 'docker'),
      };
    default:
      return { status: 'unknown', out: unknown('command', 'docker') };
  }
}

const loginTable: OptionTable = {
  valued: ['username', 'password'],
  flags: ['password-stdin'],
  short: { u: 'username', p: 'password' },
};

function login(call: Call): Done {
  const { context, range } = call;
  const options = readOptions(call.args, loginTable);
  const written = options.operands[0] ?? '';
  const host = assumedHost(written.replace(/^https?:\/\//, '').replace(/\/.*$/, ''), context) || 'docker.io';
  const onCommandLine = lastOf(options, 'password');
  const password = isOn(options, 'password-stdin')
    ? call.stdinFailed
      ? ''
      : call.stdin.trim()
    : (onCommandLine ?? '');
  const machine = { logins: new Set([...context.machine.logins, host]) };
  const diagnostics =
    onCommandLine === undefined
      ? []
      : [found('warning', 'workflow/password-on-command-line', {}, range, sources.dockerLogin)];
  const refused = loginRefusal(call, host, lastOf(options, 'username') ?? '', password);
  const result =
    refused === null
      ? logIn(context, host, [range], (said) => fail('workflow/ecr-token-denied', { host }, [range], said || undefined))
      : loginFailed(context, refused, host);
  // The command that fails to give a password has spoken already; the login that follows from it adds nothing.
  const failures = refused?.code === 'workflow/login-without-input' && call.stdinFailed ? [] : result.failures;
  return {
    status: result.failures.length === 0 ? 'ok' : 'failed',
    out: result.failures.length === 0 ? 'Login Succeeded\n' : '',
    effects: { ...result, failures, machine, diagnostics },
  };
}

function loginRefusal(call: Call, host: string, username: string, password: string): Failure | null {
  const ecr = readEcrHost(host);
  if (password === '') return fail('workflow/login-without-input', { host: readable(host) }, [call.range]);
  if (ecr === null || isUnknown(host)) return null;
  if (username !== 'AWS' && !isUnknown(username)) return fail('workflow/ecr-user-is-aws', { username }, [call.range]);
  const token = unknownsIn(password).find(({ name }) => name.startsWith(tokenName));
  const region = token?.name.slice(tokenName.length + 1);
  if (region !== undefined && region !== ecr.region && !isUnknown(region) && /^[a-z0-9-]+$/.test(region)) {
    return fail('workflow/token-of-other-region', { region, host }, [call.range]);
  }
  return null;
}

function tag(call: Call): Done {
  const { context, range } = call;
  const [from, to] = call.args.map(({ text }) => readImageReference(text, context));
  if (from === undefined || to === undefined) return failed([fail('workflow/exit-code', { code: 1 }, [range])]);
  const image = context.machine.localImages.get(localName(from));
  const bad = [from, to].find(({ fault }) => fault !== null);
  if (bad !== undefined)
    return failed([
      fail(
        bad.fault === 'upper-case' ? 'workflow/upper-case-name' : 'workflow/invalid-tag',
        { tag: readable(bad.text) },
        [range],
      ),
    ]);
  if (image === undefined)
    return failed([
      fail(
        'workflow/image-not-local',
        { image: readable(from.text) },
        [range],
        `Error response from daemon: No such image: ${readable(from.text)}`,
      ),
    ]);
  return {
    status: 'ok',
    out: '',
    effects: { machine: { localImages: new Map([...context.machine.localImages, [localName(to), image]]) } },
  };
}

const pushTable: OptionTable = {
  valued: ['platform'],
  flags: ['all-tags', 'quiet', 'disable-content-trust'],
  short: { a: 'all-tags', q: 'quiet' },
};

function push(call: Call): Done {
  const { context, range } = call;
  const options = readOptions(call.args, pushTable);
  const written = options.operands[0];
  if (written === undefined)
    return failed([fail('workflow/exit-code', { code: 1 }, [range], '"docker push" requires 1 argument.')]);
  const reference = readImageReference(written, context);
  if (reference.fault !== null)
    return failed([
      fail(
        reference.fault === 'upper-case' ? 'workflow/upper-case-name' : 'workflow/invalid-tag',
        { tag: readable(reference.text) },
        [range],
      ),
    ]);
  const prefix = `${reference.host}/${reference.repository}:`;
  const names = isOn(options, 'all-tags')
    ? Array.from(context.machine.localImages.keys()).filter((name) => name.startsWith(prefix))
    : [localName(reference)];
  const images = names.map((name) => [name, context.machine.localImages.get(name)] as const);
  const missing =
    images.find(([, image]) => image === undefined)?.[0] ?? (images.length === 0 ? reference.text : undefined);
  if (missing !== undefined) {
    const failure = fail('workflow/image-not-local', { image: readable(missing) }, [range]);
    return failed([failure], {
      attempts: [
        {
          operation: isOwnRepository(reference, context) === false ? 'push-elsewhere' : 'push-image',
          call: `docker push ${readable(written)}`,
          outcome: 'denied',
          failure,
          decidedBy: [range],
        },
      ],
    });
  }
  const results = images.flatMap(([name, image]) => {
    if (image === undefined) return [];
    const target = { ...reference, tag: name.slice(prefix.length) };
    return [pushImage(context, [target], image, 'docker', [range, image.range])];
  });
  const effects: Partial<StepResult> = {
    attempts: results.flatMap(({ attempts }) => attempts),
    failures: results.flatMap(({ failures }) => failures),
    pushes: results.flatMap(({ pushes }) => pushes),
    uses: results.flatMap(({ uses }) => uses),
  };
  return { status: effects.failures?.length === 0 ? 'ok' : 'failed', out: '', effects };
}

function manifest(call: Call): Done {
  const [verb, ...rest] = call.args;
  const { context, range } = call;
  const operands = rest.map(({ text }) => text).filter((text) => !text.startsWith('-'));
  const target = operands[0] === undefined ? undefined : readImageReference(operands[0], context);
  if (target === undefined) return { status: 'unknown', out: '' };
  if (verb?.text === 'create') {
    const found = operands.slice(1).map((text) => {
      const source = readImageReference(text, context);
      return context.registry.get(
        source.digest === '' ? localName(source) : `${source.host}/${source.repository}@${source.digest}`,
      );
    });
    if (found.some((image) => image === undefined)) {
      const missing = operands[1 + found.indexOf(undefined)] ?? '';
      return failed([fail('workflow/merge-source-missing', { source: readable(missing) }, [range])]);
    }
    const platforms = [...new Set(found.flatMap((image) => image?.platforms ?? []))];
    const image = {
      platforms,
      bare: found.some((each) => each?.bare === true),
      isThere: found.every((each) => each?.isThere === true),
      range,
    };
    return {
      status: 'ok',
      out: '',
      effects: { machine: { localImages: new Map([...context.machine.localImages, [localName(target), image]]) } },
    };
  }
  if (verb?.text === 'push') return push({ ...call, args: rest });
  return { status: 'ok', out: '' };
}

function run({ args }: Call): Done {
  const words = args.map(({ text }) => text);
  const emulates = words.some((word) =>
    /^(docker\.io\/)?(tonistiigi\/binfmt|multiarch\/qemu-user-static)(:|$)/.test(word),
  );
  return emulates
    ? { status: 'ok', out: '', effects: { machine: { emulates: true } } }
    : { status: 'unknown', out: unknown('command', 'docker run') };
}
