import type { Desk } from '../desk.ts';
import type { LoneKeeping, SideForm } from '../lone-keeping.ts';
import type { Session } from '../session.ts';
import { bringSharing, type SharingBench } from './bring-sharing.ts';
import type { LinkKind, ReadFragment } from './link.ts';

/** An open workbench with one text and a form beside it. */
export interface LoneBench<Said> extends Pick<SharingBench<unknown>, 'root' | 'notices' | 'say'> {
  readonly own: SharingBench<unknown>['words'];
  readonly desk: Pick<Desk, 'texts' | 'replace'>;
  readonly form: SideForm<Said>;
  readonly session: Pick<Session, 'check'>;
  readonly keeping: LoneKeeping<Said>;
}

/** What its links carry: the text, and what the form says under a name of its own. */
export interface LoneLinks<Said, Shared extends { readonly text: string }> {
  readonly file: string;
  readonly links: LinkKind<Shared>;
  join(text: string, said: Said): Shared;
  saidIn(shared: Shared): Said;
}

/** Lets a text and what is said beside it be sent as a link, and lays out those of a link beside the own draft. */
export function bringLoneSharing<Said, Shared extends { readonly text: string }>(
  bench: LoneBench<Said>,
  { file, links, join, saidIn }: LoneLinks<Said, Shared>,
  opened: ReadFragment<Shared>,
  signal: AbortSignal,
): void {
  const { root, notices, say, desk, form, session, keeping, own } = bench;
  const lay = (text: string, said: Said): void => {
    form.fill(said);
    desk.replace({ [file]: text });
    void session.check(desk.texts(), { asked: false });
  };
  const sharing: SharingBench<Shared> = {
    root,
    notices,
    say,
    words: own,
    links,
    lay: (shared) => lay(shared.text, saidIn(shared)),
    current: () => join(desk.texts()[file] ?? '', form.said()),
    layDraft() {
      const { text, said } = keeping.read();
      lay(text, said);
    },
    putAside: () => keeping.putAside(),
    changed: () => keeping.changed(),
    pause: (paused) => keeping.pause(paused),
  };
  bringSharing(sharing, opened, signal);
}
