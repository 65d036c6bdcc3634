import type { SourceRange } from '../../core/types.ts';
import { localName } from '../actions/build.ts';
import { type ImageReference, isOwnRepository } from '../actions/image-reference.ts';
import { fail } from '../actions/inputs.ts';
import { assumedHost, logIn, loginFailed, readEcrHost } from '../actions/registry-login.ts';
import { pushImage } from '../actions/registry-push.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import type { Failure, Image, StepResult } from '../run/state.ts';
import { isUnknown, readable, unknown, unknownsIn } from '../unknown.ts';
import { tokenName } from './aws.ts';
import { type Call, type Done, nothingRun } from './call.ts';
import { buildWith } from './docker-build.ts';
import { buildx, imagetools } from './docker-buildx.ts';
import { firstRefused, mergeImages, missingSource, referencesIn, refusedReference } from './merge.ts';
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
      return logout(inner);
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
        out: first.text === 'pull' ? '' : unknown('command', 'docker'),
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
  const told = onCommandLine === undefined ? {} : insecurely(range);
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
    effects: { ...result, failures, machine, ...told },
  };
}

/** @source https://docs.docker.com/reference/cli/docker/logout/ (read 2026-11-24) */
function logout({ args, context }: Call): Done {
  const written = args.map(({ text }) => text).find((text) => !text.startsWith('-')) ?? 'docker.io';
  const host = written.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  const logins = new Set([...context.machine.logins].filter((each) => each !== host));
  return { status: 'ok', out: '', effects: { machine: { logins } } };
}

/** @source https://docs.docker.com/reference/cli/docker/login/ (read 2026-11-24) */
function insecurely(range: SourceRange): Partial<StepResult> {
  return {
    log: ['WARNING! Using --password via the CLI is insecure. Use --password-stdin.'],
    diagnostics: [found('warning', 'workflow/password-on-command-line', {}, range, sources.dockerLogin)],
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
  const { machine } = call.context;
  const names = call.args.map(({ text }) => text).slice(0, 2);
  const [from, to] = referencesIn(names, call);
  if (from === undefined || to === undefined) return failed([fail('workflow/exit-code', { code: 1 }, [call.range])]);
  const refused = firstRefused([from, to], call);
  if (refused !== null) return failed([refused]);
  const image = machine.localImages.get(localName(from));
  const name = readable(from.text);
  const said = `Error response from daemon: No such image: ${name}`;
  return image === undefined
    ? failed([fail('workflow/image-not-local', { image: name }, [call.range], said)])
    : keeping(to, image, call);
}

/** An image under one more name in the local store. */
function keeping(reference: ImageReference, image: Image, { context }: Call): Done {
  const localImages = new Map([...context.machine.localImages, [localName(reference), image]]);
  return { status: 'ok', out: '', effects: { machine: { localImages } } };
}

const pushTable: OptionTable = {
  valued: ['platform'],
  flags: ['all-tags', 'quiet', 'disable-content-trust'],
  short: { a: 'all-tags', q: 'quiet' },
};

function push(call: Call): Done {
  const { context, range } = call;
  const options = readOptions(call.args, pushTable);
  const [reference] = referencesIn(options.operands.slice(0, 1), call);
  if (reference === undefined)
    return failed([fail('workflow/exit-code', { code: 1 }, [range], '"docker push" requires 1 argument.')]);
  const refused = refusedReference(reference, call);
  if (refused !== null) return failed([refused]);
  const prefix = `${reference.host}/${reference.repository}:`;
  const { localImages } = context.machine;
  const names = isOn(options, 'all-tags')
    ? [...localImages.keys()].filter((name) => name.startsWith(prefix))
    : [localName(reference)];
  const missing = names.length === 0 ? reference.text : names.find((name) => !localImages.has(name));
  if (missing !== undefined) return notLocal(missing, reference, call);
  const results = names.flatMap((name) => {
    const image = localImages.get(name);
    const target = { ...reference, tag: name.slice(prefix.length) };
    return image === undefined ? [] : [pushImage(context, [target], image, 'docker', [range, image.range])];
  });
  const failures = results.flatMap((result) => result.failures);
  const effects = {
    failures,
    attempts: results.flatMap(({ attempts }) => attempts),
    pushes: results.flatMap(({ pushes }) => pushes),
    uses: results.flatMap(({ uses }) => uses),
  };
  return { status: failures.length === 0 ? 'ok' : 'failed', out: '', effects };
}

function notLocal(name: string, reference: ImageReference, { context, range }: Call): Done {
  const failure = fail('workflow/image-not-local', { image: readable(name) }, [range]);
  const operation = isOwnRepository(reference, context) === false ? 'push-elsewhere' : 'push-image';
  const call = `docker push ${readable(reference.text)}`;
  return failed([failure], { attempts: [{ operation, call, outcome: 'denied', failure, decidedBy: [range] }] });
}

/** `docker manifest` keeps what it makes on the machine until it is pushed. */
function manifest(call: Call): Done {
  const [verb, ...rest] = call.args;
  const names = rest.map(({ text }) => text).filter((text) => !text.startsWith('-'));
  const [target, ...sources] = referencesIn(names, call);
  if (target === undefined) return { status: 'unknown', out: '' };
  if (verb?.text === 'push') return push({ ...call, args: rest });
  if (verb?.text !== 'create') return nothingRun;
  // What is kept here has to be known: nothing later asks for it again.
  const hidden = sources.find(({ text }) => isUnknown(text));
  if (hidden !== undefined) return failed([missingSource(hidden, call)]);
  const { image, failure } = mergeImages(sources, call);
  return failure === null ? keeping(target, image, call) : failed([failure]);
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
