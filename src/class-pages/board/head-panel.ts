import { countAttendance } from '../../classroom/host/views.ts';
import { showRoomCode } from '../../classroom/identity.ts';
import { make } from '../../workbench/dom.ts';
import { roomOfKey, writeInvitation } from '../address.ts';
import { copyText } from './copy-text.ts';
import { type BoardDesk, button, type Panel } from './desk.ts';
import { elsewhereDialog } from './elsewhere-dialog.ts';
import { endDialog } from './end-dialog.ts';
import { setText } from './keep-list.ts';
import type { KeptRoom } from './kept-room.ts';
import { qrCode } from './qr-code.ts';

const presences = ['active', 'away', 'gone', 'joined'] as const;

/** The class itself: how to join it, who is there, whether the screen may be shown, and its end. */
export function headPanel(desk: BoardDesk, room: KeptRoom, setSafe: (isSafe: boolean) => void): Panel {
  const { words, course } = desk;
  const id = roomOfKey(room.key);
  const site = URL.parse(course.join, room.site ?? location.href) ?? new URL(location.href);
  const link = `${site.href}${writeInvitation(id, room.way)}`;
  const place = `${site.host}${site.pathname}`;
  const counts = presences.map((key) => ({ key, value: make('dd', {}) }));
  const connection = make('p', { class: 'head-connection' });
  const refused = make('p', { class: 'board-none' });
  const others = make('p', { class: 'board-none' });
  const copy = button(words('head.copy'), () => {
    copyText(link);
    desk.say(words('head.copied'));
  });
  const large = button(words('head.qr'), () => showLarge(desk, { link, place, code: showRoomCode(id) }));
  const safe = make('input', { type: 'checkbox', checked: true });
  safe.addEventListener('change', () => setSafe(safe.checked));
  const end = button(words('head.end'), () => endDialog(desk, id));
  const { mayControl } = desk.session.state();
  const elsewhere = button(words('head.elsewhere'), () => elsewhereDialog(desk, room));
  const isAtHome = room.way === 'here' && /^(localhost|127\.|\[::1\])/.test(site.host);
  const element = make(
    'header',
    { class: 'board-head', 'aria-label': words('head.label', { room: showRoomCode(id) }) },
    make(
      'div',
      { class: 'head-join' },
      make('p', { class: 'head-place' }, words('head.join', { place })),
      make('h1', { class: 'head-code' }, showRoomCode(id)),
      isAtHome && make('p', { class: 'board-none' }, words('head.localhost')),
      make('div', { class: 'board-row' }, large, copy),
    ),
    make(
      'div',
      { class: 'head-there' },
      make(
        'dl',
        { class: 'head-counts' },
        ...counts.map(({ key, value }) => make('div', {}, value, make('dt', {}, words(`count.${key}`)))),
      ),
      connection,
      others,
      refused,
    ),
    make(
      'div',
      { class: 'head-tools' },
      make('label', { class: 'board-check', title: words('head.safe.hint') }, safe, words('head.safe')),
      mayControl && room.way !== 'tabs' && elsewhere,
      mayControl ? end : make('p', { class: 'board-none' }, words('head.assistant')),
    ),
  );
  return {
    element,
    update({ state, now }) {
      const attendance = countAttendance(state.board, now, state.control.everyMs);
      for (const { key, value } of counts) setText(value, String(attendance[key]));
      element.dataset['connection'] = state.connection;
      setText(connection, words(`connection.${state.ended ? 'off' : state.connection}`));
      others.hidden = state.others === 0;
      setText(others, words('head.others', { count: state.others }));
      refused.hidden = state.board.refused === 0;
      setText(refused, words('head.refused', { count: state.board.refused }));
      for (const each of [large, copy, end, elsewhere]) each.disabled = state.ended;
    },
  };
}

/** The way in, for the whole room: as large as the screen. */
function showLarge(
  { words }: BoardDesk,
  way: { readonly link: string; readonly place: string; readonly code: string },
): void {
  const dialog = make(
    'dialog',
    { class: 'class-dialog board-large board-invite', 'aria-label': words('head.join', { place: way.place }) },
    qrCode(way.link, words('head.qr.alt', { link: way.link })),
    make(
      'div',
      {},
      make('p', {}, words('head.join', { place: way.place })),
      make('p', { class: 'invite-code' }, way.code),
      button(words('head.close'), () => dialog.close()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
