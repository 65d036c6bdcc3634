import { makeCohostToken } from '../../classroom/identity.ts';
import { make } from '../../workbench/dom.ts';
import { type BoardKey, roomOfKey, writeBoardInvitation } from '../address.ts';
import { copyText } from './copy-text.ts';
import { type BoardDesk, button } from './desk.ts';
import type { KeptRoom } from './kept-room.ts';
import { qrCode } from './qr-code.ts';

const assistantHours = 12;

/** Offers this board to a second device: with all of its power, or with an assistant's. Says what each link gives away before it shows one. */
export function elsewhereDialog({ words }: BoardDesk, room: KeptRoom): void {
  const { key, way } = room;
  if (key.role !== 'host') return;
  const linkFor = (given: BoardKey): string => {
    const page = URL.parse(location.pathname, room.site ?? location.href) ?? new URL(location.href);
    return `${page.href}${writeBoardInvitation({ key: given, site: null, way })}`;
  };
  const own = linkFor(key);
  const { protocol, hostname } = new URL(own);
  const isAtHome = /^(localhost|127\.|\[::1\])/.test(hostname);
  const warning = isAtHome ? words('elsewhere.localhost') : protocol === 'http:' ? words('elsewhere.host.plain') : '';
  const cards = [card(words, 'host', words('elsewhere.host.text'), warning, own)];
  // Only a broker that made the room can check an assistant's pass.
  if (way === 'here') {
    const token = makeCohostToken(key.secret, Date.now() + assistantHours * 3_600_000);
    const link = linkFor({ role: 'cohost', room: roomOfKey(key), token });
    cards.push(card(words, 'cohost', words('elsewhere.cohost.text', { hours: assistantHours }), '', link));
  }
  const dialog = make(
    'dialog',
    { class: 'class-dialog board-dialog board-elsewhere', 'aria-labelledby': 'board-elsewhere' },
    make('h2', { id: 'board-elsewhere' }, words('elsewhere.title')),
    ...cards,
    make(
      'div',
      { class: 'board-row' },
      button(words('elsewhere.close'), () => dialog.close()),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** One link. Its QR code is drawn only when asked for: the screen may be on the wall. */
function card(
  words: BoardDesk['words'],
  who: BoardKey['role'],
  gives: string,
  warning: string,
  link: string,
): HTMLElement {
  const code = make('div', { hidden: true }, qrCode(link, words('elsewhere.qr.alt')));
  const show = button(words('elsewhere.qr'), () => {
    code.hidden = !code.hidden;
    show.textContent = words(code.hidden ? 'elsewhere.qr' : 'elsewhere.qr.hide');
    show.setAttribute('aria-expanded', String(!code.hidden));
  });
  show.setAttribute('aria-expanded', 'false');
  const said = make('span', { class: 'board-none', role: 'status' });
  const copy = button(words('elsewhere.copy'), () => {
    copyText(link);
    said.textContent = words('elsewhere.copied');
  });
  return make(
    'section',
    { class: 'elsewhere-card' },
    make('h3', {}, words(`elsewhere.${who}`)),
    make('p', {}, gives),
    warning !== '' && make('p', { class: 'elsewhere-warning' }, warning),
    make('div', { class: 'board-row' }, show, copy, said),
    code,
  );
}
