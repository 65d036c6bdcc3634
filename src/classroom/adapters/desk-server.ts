import type { OpenChannel } from '../channel.ts';
import type { Clock } from '../clock.ts';
import type { DoorKey } from '../rights.ts';
import { openDesk } from './desk.ts';
import { channelName, type Frame, readFrame } from './frame.ts';

const sweepMs = 30_000;
/** A hidden page's timers run once a minute at worst. */
const silenceMs = 150_000;

/**
 * Puts a desk on the channel of a room. Of two that were opened at the same moment the one with the larger name gives way, and its
 * guests come over.
 */
export function serveDesk(
  key: DoorKey,
  name: string,
  clock: Clock,
  openChannel: OpenChannel,
): { readonly close: () => void } {
  const channel = openChannel(channelName(key.room));
  let callOff = (): void => undefined;
  let isOpen = true;
  const send = (to: string, frame: Omit<Frame, 'to' | 'from'>): void => {
    if (isOpen) channel.postMessage({ to, from: name, ...frame });
  };
  const desk = openDesk(key, clock.now, (to, message, retained) => send(to, { kind: 'deliver', message, retained }));

  const close = (): void => {
    send('all', { kind: 'gone' });
    isOpen = false;
    callOff();
    channel.close();
  };
  const sweep = (): void => {
    desk.sweep(clock.now() - silenceMs);
    callOff = clock.after(sweepMs, sweep);
  };

  channel.onmessage = ({ data }: MessageEvent) => {
    const frame = readFrame(data);
    if (frame === null || !isOpen) return;
    const { to, from, kind, credentials, will = null, message, filter } = frame;
    if (to === 'all' && kind === 'desk') {
      if (from < name) close();
      else if (from > name) send('all', { kind: 'desk' });
    }
    if (to !== 'desk') return;
    if (kind === 'connect' && credentials !== undefined)
      send(from, { kind: desk.connect(from, credentials, will) ? 'admitted' : 'refused' });
    if (kind === 'publish' && message !== undefined) desk.publish(from, message);
    if (kind === 'subscribe' && filter !== undefined) desk.subscribe(from, filter);
    if (kind === 'beat' && desk.hear(from)) send(from, { kind: 'alive' });
    if (kind === 'leave') desk.leave(from, { says: 'nothing' });
    if (kind === 'vanish') desk.leave(from, { says: 'will' });
  };
  send('all', { kind: 'desk' });
  sweep();
  return { close };
}
