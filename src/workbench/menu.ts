import type { Files } from '../grading/index.ts';
import { find, make } from './dom.ts';
import type { OpenBench } from './open-bench.ts';
import { policyTypeOf } from './policy-language.ts';
import { preferences } from './storage/preferences.ts';
import { canBeRich } from './upgrade.ts';

/** Reset, and what is behind the dots: the other editor, earlier versions, skipping. */
export function bringMenu(bench: OpenBench): void {
  const { root } = bench;
  const details = find<HTMLDetailsElement>(root, '.bench-more');
  details.addEventListener(
    'toggle',
    () => details.open && find(root, '[data-menu]').replaceChildren(...menuItems(bench, close)),
  );
  const close = (): void => {
    details.open = false;
  };
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    close();
    details.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) close();
  });
  find(root, '[data-reset]').addEventListener('click', () => askToReset(bench));
}

function menuItems(bench: OpenBench, close: () => void): readonly HTMLElement[] {
  const { words, desk, drafts, effort, page, say } = bench;
  const item = (label: string, act: () => void): HTMLElement =>
    make(
      'button',
      {
        type: 'button',
        onclick: () => {
          close();
          act();
        },
      },
      label,
    );
  const { editor } = preferences.read();
  const switchEditor = (): void => {
    preferences.change((old) => ({ ...old, editor: editor === 'rich' ? 'plain' : 'rich' }));
    desk.refresh();
    desk.focus();
  };
  const versions = drafts.read().versions.map(({ files, savedAt }) => {
    const time = new Intl.DateTimeFormat(page.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(savedAt);
    return item(words('versions.open', { time }), () => {
      exchange(bench, files, words('versions.opened', { time }));
    });
  });
  return [
    ...(canBeRich() ? [item(words(editor === 'rich' ? 'editor.plain' : 'editor.rich'), switchEditor)] : []),
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
