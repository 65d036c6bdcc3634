import type { Credentials } from '../rights.ts';
import type { ClassMessage } from '../transport.ts';
import { fits as isFrame } from './frame.schema.json?fits';

/**
 * What the tabs of one browser say to each other. `to` is a tab, `desk` or `all`; `from` is a tab. To the desk: connect, publish, subscribe,
 * beat, leave (in order), vanish (the will is to be said). From it: admitted, refused, deliver, alive; desk and gone, when it opens and closes.
 */
export interface Frame {
  readonly to: string;
  readonly from: string;
  readonly kind:
    | 'connect'
    | 'admitted'
    | 'refused'
    | 'publish'
    | 'subscribe'
    | 'deliver'
    | 'beat'
    | 'alive'
    | 'leave'
    | 'vanish'
    | 'desk'
    | 'gone';
  readonly credentials?: Credentials;
  readonly will?: ClassMessage | null;
  readonly message?: ClassMessage;
  readonly filter?: string;
  readonly retained?: boolean;
}

/** Null for whatever is no frame: any script of this origin may speak on a channel. */
export function readFrame(value: unknown): Frame | null {
  return isFrame(value) ? (value as Frame) : null;
}

export const channelName = (room: string): string => `class/${room}`;
