import type { Files } from '../grading/index.ts';
import type { Report } from '../report/index.ts';
import type { GraderClient } from '../worker/client.ts';
import type { PagedExercise } from '../worker/protocol.ts';

/** How the last check went. `loading`: the grader is still on its way. `checking`: it is at work. */
export type Phase = 'idle' | 'loading' | 'checking' | 'report' | 'timed-out' | 'crashed' | 'offline';

export interface SessionState {
  readonly phase: Phase;
  /** The latest report; it stays while a newer text is checked. */
  readonly report: Report | null;
  /** The texts that the report is about. */
  readonly files: Files | null;
  /** True when the learner asked for this check, false when it came with typing. */
  readonly asked: boolean;
}

export interface Session {
  state(): SessionState;
  /** Checks once the typing pauses. */
  edited(files: Files): void;
  /** Checks now. */
  check(files: Files, options?: { readonly asked: boolean }): Promise<void>;
  subscribe(listener: (state: SessionState) => void): () => void;
  dispose(): void;
}

export interface SessionOptions {
  readonly pauseMs?: number;
  readonly isOnline?: () => boolean;
}

/** The checks of one bench. An older check never overwrites a newer one. */
export function openSession(
  exercise: PagedExercise,
  client: GraderClient,
  { pauseMs = 250, isOnline = () => navigator.onLine }: SessionOptions = {},
): Session {
  let state: SessionState = { phase: 'idle', report: null, files: null, asked: false };
  let pause: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<(state: SessionState) => void>();

  const become = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener(state);
  };

  const check = async (files: Files, { asked } = { asked: true }): Promise<void> => {
    clearTimeout(pause);
    become({ phase: state.report === null ? 'loading' : 'checking', asked });
    const graded = await client.grade(exercise, files);
    if (graded.kind === 'report') become({ phase: 'report', report: graded.report, files });
    else if (graded.kind === 'crashed') become({ phase: isOnline() ? 'crashed' : 'offline' });
    else if (graded.kind === 'timed-out') become({ phase: 'timed-out' });
  };

  return {
    state: () => state,
    check,
    edited(files) {
      clearTimeout(pause);
      pause = setTimeout(() => check(files, { asked: false }), pauseMs);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      clearTimeout(pause);
      client.dispose();
      listeners.clear();
    },
  };
}
