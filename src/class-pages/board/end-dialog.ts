import { saveFile } from '../../workbench/diagram/save-file.ts';
import { make } from '../../workbench/dom.ts';
import { type BoardDesk, button } from './desk.ts';

/** Asks before the class ends, and offers what may be kept of it. */
export function endDialog({ session, words }: BoardDesk, room: string): void {
  const save = (kind: 'csv' | 'json', type: string, content: string): void =>
    saveFile(`class-${room}.${kind}`, new Blob([content], { type }));
  const end = (): void => {
    void session.end();
    dialog.close();
  };
  const dialog = make(
    'dialog',
    { class: 'class-dialog board-dialog', 'aria-labelledby': 'board-end' },
    make('h2', { id: 'board-end' }, words('end.title')),
    make('p', {}, words('end.text')),
    make(
      'div',
      { class: 'board-row' },
      button(words('end.csv'), () => save('csv', 'text/csv;charset=utf-8', session.exportCsv())),
      button(words('end.json'), () => save('json', 'application/json', session.exportJson())),
    ),
    make('p', { class: 'board-none' }, words('end.names')),
    make(
      'div',
      { class: 'board-row' },
      make('button', { type: 'button', class: 'button button-lead', onclick: end }, words('end.do')),
      button(words('end.cancel'), () => dialog.close()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
