import type { ClassTransport } from '../classroom/transport.ts';
import type { Way } from './pass.ts';

/** The brokers that the site was built to use, separated by blanks in `PUBLIC_CLASS_BROKERS`. A link to any other is refused. */
const listed: readonly Way[] = String(import.meta.env['PUBLIC_CLASS_BROKERS'] ?? '')
  .split(/\s+/)
  .filter((address): address is `wss://${string}` => address.startsWith('wss://'));

/** The brokers of the list, in its order. */
export const listedBrokers = (): readonly Way[] => listed;

/** The way that a code leads when nothing else is said: the first broker of the list, else the one beside the site. */
export const usualWay = (): Way => listed[0] ?? 'here';

/** Whether this site uses such a way. */
export const isKnownWay = (way: Way): boolean => way === 'tabs' || way === 'here' || listed.includes(way);

/** Opens nothing yet; what is loaded is only what this way needs. */
export async function transportFor(way: Way, room: string): Promise<ClassTransport> {
  if (way === 'tabs') return (await import('../classroom/adapters/broadcast.ts')).broadcastTransport({ room });
  const { mqttTransport } = await import('../classroom/adapters/mqtt.ts');
  return mqttTransport({ url: way === 'here' ? brokerHere() : way });
}

function brokerHere(): string {
  return new URL('/mqtt', location.href.replace(/^http/, 'ws')).href;
}
