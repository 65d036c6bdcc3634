import type { Clock } from '../../classroom/clock.ts';
import type { LearnerSession } from '../../classroom/learner/types.ts';
import { ConnectionError } from '../../classroom/transport.ts';

/** What came of it. `joined`: the instructor's page has spoken. `waiting`: we are in, and it is silent. After the others it is no use to go on. */
export type Welcome = 'joined' | 'waiting' | 'refused' | 'blocked';

/** What may pass, since the next try comes by itself. `dropped`: we were in, and the connection was lost. */
export type Passing = 'connecting' | 'unreachable' | 'full' | 'dropped';

/** How long a class may take to speak before the learner is let in all the same. */
export const patienceMs = 4000;
/** Whoever is let in and put out again so often asks for a room that the server does not hold. */
const dropLimit = 4;

/**
 * Joins a class, however long the network takes, and tells what it waits for. A server says no to a wrong room or secret; whatever else goes
 * wrong on the way is the network's, and no reason to send a learner away.
 */
export function enterClass(
  session: Pick<LearnerSession, 'join' | 'state' | 'subscribe'>,
  clock: Pick<Clock, 'after'>,
  tell: (passing: Passing) => void,
): Promise<Welcome> {
  return new Promise((resolve) => {
    let callOff = (): void => undefined;
    let [isOpen, drops] = [false, 0];
    const finish = (welcome: Welcome): void => {
      callOff();
      stop();
      resolve(welcome);
    };
    const opened = (): void => {
      isOpen = true;
      tell('connecting');
      callOff = clock.after(patienceMs, () => finish('waiting'));
    };
    const dropped = (): void => {
      isOpen = false;
      callOff();
      if (++drops === dropLimit) finish('refused');
      else tell('dropped');
    };
    const look = (): void => {
      const { phase, connection } = session.state();
      if (phase === 'in') finish('joined');
      // Another tab has taken over: it is in.
      else if (phase === 'elsewhere') finish('waiting');
      else if (connection === 'refused') finish('refused');
      else if (connection === 'open' && !isOpen) opened();
      else if (connection === 'retrying' && isOpen) dropped();
    };
    const stop = session.subscribe(look);
    session.join().then(look, (error: unknown) => {
      const fault = error instanceof ConnectionError ? error.fault : 'unreachable';
      if (fault === 'refused' || fault === 'blocked') finish(fault);
      else tell(fault);
    });
  });
}
