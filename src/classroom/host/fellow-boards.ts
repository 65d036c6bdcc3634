import { boardsTopic } from '../topics.ts';
import type { ClassMessage } from '../transport.ts';
import { fits as isBoardMessage } from '../wire/board.schema.json?fits';
import { parseJson } from '../wire/read.ts';
import type { BoardMessage } from '../wire/types.ts';

/** The other boards of a class: of the same instructor on a second device, or of an assistant. */
export interface FellowBoards {
  /** How many are open elsewhere. */
  count(): number;
  /** Takes leave, said by the broker when this page vanishes. */
  readonly farewell: ClassMessage;
  greet(): void;
  /** What arrived on the boards' topic. */
  hear(payload: string): void;
  /** The connection is lost: nothing is known until the next greeting. */
  forget(): void;
}

/** More would be somebody's bad joke. */
const boardLimit = 20;
/** A word of another board is far shorter. */
const sizeLimitChars = 128;

/** `onCame` and `onLeft` tell the sid of another board. A greeting is answered once, so that both know. */
export function openFellowBoards(
  room: string,
  sid: string,
  say: (message: ClassMessage) => void,
  heard: { readonly onCame: (sid: string) => void; readonly onLeft: (sid: string) => void },
): FellowBoards {
  const others = new Set<string>();
  const message = (on: 0 | 1): ClassMessage => {
    const payload: BoardMessage = { v: 1, sid, on };
    return { topic: boardsTopic(room), payload: JSON.stringify(payload), qos: 1, retain: false };
  };
  return {
    count: () => others.size,
    farewell: message(0),
    greet: () => say(message(1)),
    hear(payload) {
      const told = readBoardMessage(payload);
      if (told === null || told.sid === sid) return;
      if (told.on === 0) {
        if (others.delete(told.sid)) heard.onLeft(told.sid);
      } else if (!others.has(told.sid) && others.size < boardLimit) {
        others.add(told.sid);
        say(message(1));
        heard.onCame(told.sid);
      }
    },
    forget: () => others.clear(),
  };
}

function readBoardMessage(payload: string): BoardMessage | null {
  if (payload.length > sizeLimitChars) return null;
  const value = parseJson(payload);
  return isBoardMessage(value) ? (value as BoardMessage) : null;
}
