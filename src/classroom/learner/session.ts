import { type Clock, freshId, machineClock } from '../clock.ts';
import { type Identity, learnerIdentity, makeSecret } from '../identity.ts';
import { openListeners } from '../listeners.ts';
import type { RoomMemory } from '../memory.ts';
import { plainNick } from '../plain-text.ts';
import {
  answerTopic,
  learnerFilters,
  presenceTopic,
  progressTopic,
  readTopic,
  sizeLimitsBytes,
  type TopicKind,
} from '../topics.ts';
import type { ClassMessage, ClassTransport, ReceivedMessage } from '../transport.ts';
import { isLongerThan, readPayload } from '../wire/read.ts';
import type { AnswerMessage, ControlMessage, PollMessage, PresenceMessage, PrivateMessage } from '../wire/types.ts';
import { answeredFlag, helpFlag, noticeOf, openHeardIds, privateNoticeOf, raisedFlag } from './instructions.ts';
import { type OwnProgress, progressMessage, readOwnProgress, withStanding } from './progress.ts';
import { openSender } from './sender.ts';
import type { TabLead } from './tab-lead.ts';
import type { LearnerSession, LearnerState, Notice, RaisedFlag } from './types.ts';

/** What a learner's session is opened with. */
export interface LearnerSetting {
  readonly room: string;
  readonly transport: ClassTransport;
  /** Outlives the page, so that a reload stays the same person. */
  readonly memory: RoomMemory;
  /** The name that the learner gave; left out, the one they had. */
  readonly nick?: string;
  readonly lang?: string;
  readonly lead?: TabLead;
  readonly clock?: Clock;
}

/** Before the instructor's page says otherwise, progress is sent no more often than this. */
const usualPaceMs = 2000;

/** Takes part in a class as a learner. Nothing is sent before `join`. */
export function openLearnerSession(setting: LearnerSetting): LearnerSession {
  const { room, transport, memory, clock = machineClock } = setting;
  const identity = ownIdentity(room, memory);
  const sid = freshId(clock);
  const nick = plainNick(setting.nick ?? memory.read('nick') ?? '');
  const listeners = openListeners<LearnerState>();
  const notices = openListeners<Notice>();
  const heard = openHeardIds();
  let own: OwnProgress = readOwnProgress(memory.read('progress'));
  /** The last word on a shown answer; kept, so that the learner's next page can say it again, or take it back. */
  let answer = memory.read('answer') ?? '';
  let seq = 0;
  let lastControl = Number(memory.read('control') ?? -1);
  let away = false;
  let letGo: (() => void)[] = [];
  let callOffGreeting = (): void => undefined;
  let state: LearnerState = {
    connection: transport.status,
    phase: 'waiting',
    room,
    nick,
    control: null,
    timerEndsAt: null,
    open: { hints: new Set(), solutions: new Set() },
    poll: null,
    picks: [],
    help: own.help === null ? null : raisedFlag(own.help),
    shown: readPayload('show', answer)?.exercise ?? null,
    sent: '',
  };
  const personal = { hints: new Set<string>(), solutions: new Set<string>() };

  const become = (change: Partial<LearnerState>): void => {
    state = { ...state, ...change };
    listeners.tell(state);
  };

  const isOver = (): boolean => state.phase === 'left' || state.phase === 'ended' || state.phase === 'elsewhere';

  const presence = (on: 0 | 1): ClassMessage => {
    const message: PresenceMessage = {
      v: 1,
      sid,
      on,
      ...(on === 0 ? {} : { away }),
      // A farewell too: a board that is opened after it has only this to name the learner by.
      nick,
      ...(setting.lang === undefined ? {} : { lang: setting.lang }),
    };
    return { topic: presenceTopic(room, identity.clientId), payload: JSON.stringify(message), qos: 1, retain: true };
  };

  const sendProgress = (): void => {
    const payload = JSON.stringify(progressMessage(own, sid, ++seq, clock.now()));
    transport.publish({ topic: progressTopic(room, identity.clientId), payload, qos: 1, retain: true });
    become({ sent: payload });
  };
  const answerPayload = (exercise: string, files: AnswerMessage['files']): string => {
    const message: AnswerMessage = { v: 1, sid, now: clock.now(), exercise, files };
    return JSON.stringify(message);
  };
  const sayAnswer = (): void =>
    transport.publish({ topic: answerTopic(room, identity.clientId), payload: answer, qos: 1, retain: false });
  const sender = openSender(clock, () => transport.status === 'open' && !isOver() && sendProgress(), usualPaceMs);

  const change = (next: OwnProgress, atOnce: boolean): void => {
    own = next;
    memory.write('progress', JSON.stringify(progressMessage(own, sid, seq, clock.now())));
    sender.changed({ atOnce });
  };

  /** Said again after a second: on a takeover the broker says the will of the connection before only after this greeting. */
  const greet = (): void => {
    transport.publish(presence(1));
    sender.flush();
    callOffGreeting();
    callOffGreeting = clock.after(1000, () => {
      if (transport.status === 'open' && !isOver()) transport.publish(presence(1));
    });
  };

  const takeControl = (control: ControlMessage, retained: boolean): void => {
    if (control.seq < lastControl) return;
    lastControl = control.seq;
    memory.write('control', String(lastControl));
    sender.setPace(control.everyMs);
    // A retained message may be old, so it tells nothing of how far the clocks are apart.
    const aheadMs = retained ? 0 : clock.now() - control.now;
    become({
      phase: 'in',
      control,
      timerEndsAt: control.timer === null ? null : control.timer.endsAt + aheadMs,
      open: opened(control, personal),
    });
  };

  const takePoll = (poll: PollMessage | null): void => {
    // Of two boards the one that comes back later may say what the other has long changed.
    if (poll !== null && state.poll?.id === poll.id && poll.seq < state.poll.seq) return;
    const picks = own.vote !== null && own.vote.poll === poll?.id ? own.vote.picks : [];
    become({ poll: poll?.phase === 'closed' ? null : poll, picks });
  };

  const takePrivate = (told: PrivateMessage): void => {
    if (told.kind === 'unlock') personal[told.what === 'hints' ? 'hints' : 'solutions'].add(told.exercise);
    const help = answeredFlag(state.help, told);
    if (help !== state.help) change({ ...own, help: help === null ? null : helpFlag(help) }, true);
    become({ help, open: opened(state.control, personal) });
    const notice = privateNoticeOf(told);
    if (notice !== null) notices.tell(notice);
  };

  const end = (): void => {
    if (state.control === null) return;
    finish();
    become({ phase: 'ended', control: null, timerEndsAt: null, open: opened(null, personal), poll: null, help: null });
    for (const name of ['progress', 'answer']) memory.write(name, null);
    void transport.close();
  };

  const receive = ({ topic, payload, retained }: ReceivedMessage): void => {
    const kind = readTopic(topic)?.kind;
    if (kind === undefined || isOver()) return;
    if (payload === '') {
      if (kind === 'state') end();
      if (kind === 'poll') takePoll(null);
      return;
    }
    read(kind, payload, retained);
  };

  const read = (kind: TopicKind, payload: string, retained: boolean): void => {
    if (kind === 'state') whenRead(readPayload('state', payload), (control) => takeControl(control, retained));
    if (kind === 'poll') whenRead(readPayload('poll', payload), takePoll);
    if (kind === 'evt') {
      whenRead(readPayload('evt', payload), (event) => {
        if (!heard.isNew(event.id)) return;
        if (event.kind === 'show-again' && state.shown !== null) sayAnswer();
        const notice = noticeOf(event, own.ex);
        if (notice !== null) notices.tell(notice);
      });
    }
    if (kind === 'm') whenRead(readPayload('m', payload), (told) => heard.isNew(told.id) && takePrivate(told));
  };

  const finish = (): void => {
    sender.stop();
    callOffGreeting();
    for (const stop of letGo) stop();
    letGo = [];
  };

  return {
    state: () => state,
    subscribe: listeners.add,
    onNotice: notices.add,
    async join() {
      memory.write('nick', nick);
      letGo = [
        transport.onStatus((connection) => {
          become({ connection });
          if (connection === 'open') greet();
        }),
        ...learnerFilters(room, identity.clientId).map((filter) => transport.subscribe(filter, receive)),
        setting.lead?.claim(() => {
          finish();
          become({ phase: 'elsewhere' });
          void transport.close();
        }) ?? (() => undefined),
      ];
      await transport.open(identity, presence(0));
    },
    moveTo(at) {
      if (at.lesson !== own.at?.lesson || at.step !== own.at?.step) change({ ...own, at }, false);
    },
    note(exercise, news) {
      const next = withStanding(own, exercise, news, clock.now());
      const isPass = next.ex[exercise]?.st === 'passed' && own.ex[exercise]?.st !== 'passed';
      if (JSON.stringify(next) !== JSON.stringify(own)) change(next, isPass);
    },
    setAway(next) {
      if (next === away) return;
      away = next;
      if (transport.status === 'open' && !isOver()) transport.publish(presence(1));
    },
    askHelp(level) {
      const since = own.help?.t ?? clock.now();
      const help: RaisedFlag | null = level === null ? null : { answer: 'none', by: '', ...state.help, level, since };
      change({ ...own, help: help === null ? null : helpFlag(help) }, true);
      become({ help });
    },
    vote(option) {
      const { poll, picks } = state;
      const round = poll?.phase === 'vote' ? 0 : poll?.phase === 'revote' ? 1 : null;
      if (poll === null || round === null || poll.options[option] === undefined) return;
      const next = round === 0 ? [option] : [picks[0] ?? null, option];
      change({ ...own, vote: { poll: poll.id, picks: next } }, true);
      become({ picks: next });
    },
    show(exercise, files) {
      const payload = answerPayload(exercise, files);
      if (isLongerThan(payload, sizeLimitsBytes.show)) return false;
      answer = payload;
      memory.write('answer', answer);
      sayAnswer();
      become({ shown: exercise });
      return true;
    },
    hide() {
      if (state.shown === null) return;
      answer = answerPayload(state.shown, null);
      memory.write('answer', null);
      sayAnswer();
      become({ shown: null });
    },
    async leave() {
      finish();
      for (const topic of [progressTopic(room, identity.clientId), presenceTopic(room, identity.clientId)])
        transport.publish({ topic, payload: '', qos: 1, retain: true });
      for (const name of ['secret', 'nick', 'progress', 'answer', 'control']) memory.write(name, null);
      become({ phase: 'left', control: null, poll: null, help: null, timerEndsAt: null, open: opened(null, personal) });
      await transport.close();
    },
    async close() {
      finish();
      if (!isOver()) transport.publish(presence(0));
      await transport.close();
    },
  };
}

/** The learner that this browser is in this room; a new one where there was none. */
function ownIdentity(room: string, memory: RoomMemory): Identity {
  const secret = memory.read('secret') ?? makeSecret();
  memory.write('secret', secret);
  return learnerIdentity(room, secret);
}

function opened(
  control: ControlMessage | null,
  personal: { readonly hints: ReadonlySet<string>; readonly solutions: ReadonlySet<string> },
): LearnerState['open'] {
  if (control === null) return { hints: new Set(), solutions: new Set() };
  return {
    hints: new Set([...control.open.hints, ...personal.hints]),
    solutions: new Set([...control.open.solutions, ...personal.solutions]),
  };
}

function whenRead<T>(message: T | null, take: (message: T) => void): void {
  if (message !== null) take(message);
}
