import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';

/** What `npm run class` was asked for. */
export interface ClassOptions {
  readonly port: number;
  /** Learners at a time. */
  readonly roomSize: number;
  /** Connections from one address at a time. */
  readonly perAddress: number;
  /** Files of a certificate and its key, to serve by https; null for plain http. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  /** The secret of a room that was open before; null for a new room. */
  readonly secret: string | null;
  /** The name or address to put into the join link; null for the first address in the local network. */
  readonly address: string | null;
  /** To write a room for mosquitto, and open none here; null otherwise. */
  readonly mosquitto: MosquittoOptions | null;
}

/** Where a room on mosquitto is to be, and who comes from where. */
export interface MosquittoOptions {
  readonly folder: string;
  /** Address of the site, with a slash at its end. */
  readonly site: string;
  /** Address of the broker as a page reaches it. */
  readonly broker: string;
}

/** What may be asked for, in one page. */
export const classUsage = `npm run class -- [options]

  --port <number>         port of the site and the class; 4321, or the next that is free
  --room-size <number>    learners at a time; 200
  --per-address <number>  connections from one address at a time; 20 (behind one router's address: the size of the room)
  --address <name>        name or address of this machine in the join link, where the first one found is not the right one
  --tls-cert <file>       certificate in PEM, to serve by https; with --tls-key <file>
  --secret <secret>       opens the room of an earlier host link again, after this machine was restarted

A room on mosquitto, for a site that is hosted elsewhere (docs/class.md):

  --mosquitto <folder>    writes the files of one room into a folder, and opens nothing here
  --broker <address>      wss: address of that mosquitto; the first of PUBLIC_CLASS_BROKERS
  --site <address>        https: address of the site; SITE_URL and BASE_PATH
                          --port, --room-size, --tls-cert, --tls-key and --secret hold for it; its port is 9001 unless said otherwise
`;

const mostLearners = 5000;

/** Reads the options. Throws, with a sentence for people, on one that is unknown or makes no sense. */
export function readClassOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): ClassOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: text,
      'room-size': text,
      'per-address': text,
      address: text,
      'tls-cert': text,
      'tls-key': text,
      secret: text,
      mosquitto: text,
      broker: text,
      site: text,
    },
  });
  const { 'tls-cert': certFile, 'tls-key': keyFile, secret = null, address = null } = values;
  if ((certFile === undefined) !== (keyFile === undefined)) throw new Error('--tls-cert and --tls-key go together.');
  if (secret !== null && !/^[0-9a-hjkmnp-tv-z]{26}$/.test(secret))
    throw new Error('--secret is not one of a host link.');
  const mosquitto = readMosquittoOptions(values, env);
  const usualPort = mosquitto === null ? (env['PORT'] ?? '4321') : '9001';
  return {
    port: readNumber('port', values.port ?? usualPort, 0, 65_535),
    roomSize: readNumber('room-size', values['room-size'] ?? '200', 1, mostLearners),
    perAddress: readNumber('per-address', values['per-address'] ?? '20', 1, mostLearners),
    tls: certFile === undefined || keyFile === undefined ? null : { certFile, keyFile },
    secret,
    address,
    mosquitto,
  };
}

function readMosquittoOptions(
  values: { readonly mosquitto?: string; readonly broker?: string; readonly site?: string },
  env: Readonly<Record<string, string | undefined>>,
): MosquittoOptions | null {
  const { mosquitto: folder } = values;
  if (folder === undefined) {
    if (values.broker !== undefined || values.site !== undefined)
      throw new Error('--broker and --site go with --mosquitto.');
    return null;
  }
  const built = URL.parse(env['BASE_PATH'] ?? '/', env['SITE_URL']);
  const [listed = ''] = (env['PUBLIC_CLASS_BROKERS'] ?? '').trim().split(/\s+/);
  const site = URL.parse(values.site ?? built?.href ?? '');
  const broker = URL.parse(values.broker ?? listed);
  if (site === null || !/^https?:$/.test(site.protocol))
    throw new Error('--site takes the https: address of the site.');
  if (broker?.protocol !== 'wss:') throw new Error('--broker takes the wss: address of mosquitto.');
  return { folder, site: site.href.replace(/\/?$/, '/'), broker: broker.href.replace(/#.*$/, '') };
}

/** The machine's own addresses in the local network, those of private networks first. */
export function localAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>> = networkInterfaces(),
): readonly string[] {
  const isPrivate = (address: string): boolean => /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(address);
  return Object.entries(interfaces)
    .flatMap(([name, found = []]) => found.map((each) => ({ ...each, name })))
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || Number(isPrivate(b.address)) - Number(isPrivate(a.address)))
    .map(({ address }) => address);
}

/** Networks of virtual machines and containers come last: no learner is in them. */
function rank(name: string): number {
  return /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tailscale)/.test(name) ? 1 : 0;
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Error(`--${name} takes a number from ${least} to ${most}, not \`${text}\`.`);
}
