import { bringSharing } from '../sharing/bring-sharing.ts';
import type { ReadFragment } from '../sharing/link.ts';
import type { OpenRunBench } from './open-run-bench.ts';
import { runLinks, type SharedRun } from './run-link.ts';
import { workflowFile } from './run-scenario.ts';

/** Lets a workflow and its event be sent as a link, and lays out those of a link beside the own draft. */
export function bringRunSharing(bench: OpenRunBench, opened: ReadFragment<SharedRun>, signal: AbortSignal): void {
  const { desk, form, session, keeping, own } = bench;
  const lay = ({ text, happening }: SharedRun): void => {
    form.fill(happening);
    desk.replace({ [workflowFile]: text });
    void session.check(desk.texts(), { asked: false });
  };
  const sharing = {
    ...bench,
    ...keeping,
    words: own,
    links: runLinks,
    lay,
    current: () => ({ text: desk.texts()[workflowFile] ?? '', happening: form.said() }),
    layDraft() {
      const { text, said } = keeping.read();
      lay({ text, happening: said });
    },
  };
  bringSharing(sharing, opened, signal);
}
