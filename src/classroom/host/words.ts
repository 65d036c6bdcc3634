import { oneLine } from '../plain-text.ts';
import { eventTopic, privateTopic } from '../topics.ts';
import type { EventBody, PrivateBody } from '../wire/types.ts';
import type { HostSession } from './types.ts';

/** What a board says in passing: to all, or to one learner. */
export interface Words {
  readonly acts: Pick<
    HostSession,
    'announce' | 'recheck' | 'nudge' | 'see' | 'take' | 'finish' | 'unlock' | 'say' | 'askToShow'
  >;
  /** Asks those who show an answer to show it again: answers are not retained. */
  askForAnswers(): void;
}

/** `send` gets what is said and how surely it is to arrive; `freshId` tells it from all else, so that nobody hears it twice. */
export function openWords(
  room: string,
  freshId: () => string,
  send: (topic: string, message: object, qos: 0 | 1) => void,
): Words {
  const tell = (learner: string, body: PrivateBody): void =>
    send(privateTopic(room, learner), { v: 1, id: freshId(), ...body }, 1);
  const tellAll = (body: EventBody): void => send(eventTopic(room), { v: 1, id: freshId(), ...body }, 0);
  return {
    acts: {
      announce: (text) => tellAll({ kind: 'announce', text: oneLine(text, 500) }),
      recheck: () => tellAll({ kind: 'recheck' }),
      nudge: (code, text) => tellAll({ kind: 'nudge', code, text: oneLine(text, 500) }),
      see: (learner) => tell(learner, { kind: 'seen' }),
      take: (learner, by) => tell(learner, { kind: 'taken', by: oneLine(by, 24) }),
      finish: (learner) => tell(learner, { kind: 'done' }),
      unlock: (learner, exercise, what) => tell(learner, { kind: 'unlock', exercise, what }),
      say: (learner, text) => tell(learner, { kind: 'say', text: oneLine(text, 500) }),
      askToShow: (learner, exercise) => tell(learner, { kind: 'ask-to-show', exercise }),
    },
    askForAnswers: () => tellAll({ kind: 'show-again' }),
  };
}
