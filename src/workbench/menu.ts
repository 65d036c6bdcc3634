import type { Files } from '../grading/index.ts';
import { find, make } from './dom.ts';
import { bringDotsMenu, type MenuItem, timeOf } from './dots-menu.ts';
import type { OpenBench } from './open-bench.ts';
import { policyTypeOf } from './text-language.ts';

/** Reset, and what is behind the dots: the other editor, earlier versions, skipping. */
export function bringMenu(bench: OpenBench, signal: AbortSignal): void {
  bringDotsMenu(bench, (item) => menuItems(bench, item), signal);
  find(bench.root, '[data-reset]').addEventListener('click', () => askToReset(bench), { signal });
}

function menuItems(bench: OpenBench, item: MenuItem): readonly HTMLElement[] {
  const { words, desk, drafts, effort, page, say } = bench;
  const versions = drafts.read().versions.map(({ files, savedAt }) => {
    const time = timeOf(savedAt, page.locale);
    return item(words('versions.open', { time }), () => {
      exchange(bench, files, words('versions.opened', { time }));
    });
  });
  return [
    ...(policyTypeOf(desk.place().file) === null
      ? []
      : [item(words('workbench.open'), () => void openInWorkbench(bench))]),
    item(words('skip'), () => {
      effort.skipped();
      say(words('skip.done'));
      bench.notices.show('skip', [words('skip.done')]);
    }),
    make('p', {}, words(versions.length > 0 ? 'versions' : 'versions.none')),
    ...versions,
  ];
}

/** Goes to the policy workbench with the policy that is shown, and the calls of its exercise. */
async function openInWorkbench({ desk, page }: OpenBench): Promise<void> {
  const { addressWith } = await import('./free/hand-over.ts');
  const { file } = desk.place();
  location.assign(await addressWith(file, desk.texts()[file] ?? '', page.exercise.scenario));
}

/** Asks first, since a reset takes a text away. */
function askToReset(bench: OpenBench): void {
  const { words, notices, root, page } = bench;
  const back = (): void => {
    notices.hide('reset');
    find<HTMLButtonElement>(root, '[data-reset]').focus();
  };
  const notice = notices.show(
    'reset',
    [words('reset.ask')],
    [
      {
        label: words('reset.yes'),
        lead: true,
        act: () => {
          exchange(bench, page.starter, words('reset.done'));
          notices.hide('reset');
        },
      },
      { label: words('reset.no'), act: back },
    ],
  );
  notice.querySelector('button')?.focus();
}

/** Puts other texts on the desk. The text before becomes a version, and one click brings it back. */
function exchange(bench: OpenBench, files: Files, told: string): void {
  const { desk, drafts, notices, words, say } = bench;
  const before = desk.texts();
  drafts.putAside(before);
  desk.replace(files);
  say(told);
  const undo = (): void => {
    desk.replace(before);
    notices.hide('exchange');
    desk.focus();
  };
  notices.show('exchange', [told], [{ label: words('undo'), act: undo }]);
  desk.focus();
}
