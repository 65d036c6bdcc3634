/** Opens the search by its button, Ctrl or Cmd K anywhere, and `/` outside fields. The search itself is fetched then. */
export function offerSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('[data-search]');
  if (dialog === null) return;
  const open = async () => {
    if (!dialog.open) {
      dialog.showModal();
      dialog.querySelector('input')?.select();
    }
    try {
      const { startSearch } = await import('./search.ts');
      await startSearch(dialog);
    } catch {
      sayFailed(dialog);
    }
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-open-search]')) {
    button.addEventListener('click', () => void open());
  }
  if (navigator.userAgent.includes('Mac')) {
    for (const chord of document.querySelectorAll('[data-search-chord]')) chord.textContent = '⌘K';
  }
  document.addEventListener('keydown', (event) => {
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'k';
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isField(event.target);
    // An editor with the focus may use the chord itself.
    if (event.defaultPrevented || !(isChord || isSlash)) return;
    event.preventDefault();
    void open();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** The script itself did not come; its words are in the page. */
function sayFailed(dialog: HTMLDialogElement): void {
  const { failed } = JSON.parse(dialog.dataset['words'] ?? '{}') as { failed?: string };
  const said = dialog.querySelector('[role=status]');
  if (said !== null) said.textContent = failed ?? '';
}

/** The rich editor's field is a plain element with a role: the browser hands it text by its EditContext. */
function isField(target: EventTarget | null): boolean {
  const fields = 'input, textarea, select, [role="textbox"]';
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(fields));
}
