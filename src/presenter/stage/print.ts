/** Puts slides on paper, with or without notes. The print dialog of the browser makes a PDF of it as well. */
export function bringPrint(room: HTMLElement): { ask(): void } {
  const choice = room.querySelector<HTMLDialogElement>('[data-print-choice]');
  if (choice === null) throw new Error('the stage is incomplete');
  choice.addEventListener('close', () => {
    const what = choice.returnValue;
    choice.returnValue = '';
    if (what === '') return;
    document.documentElement.dataset['print'] = what;
    print();
  });
  return { ask: () => choice.showModal() };
}
