import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { ReportedStep } from '../../report/index.ts';
import { find, make, sentence } from '../dom.ts';
import { drawPicture, endOf, nameOf } from './draw.ts';
import { type Link, leading, type Picture, type Target } from './picture.ts';
import { isCalm, play } from './play.ts';
import { asSvgFile } from './save-drawing.ts';
import { saveFile } from './save-file.ts';

export interface PictureActions {
  /** Jumps to the text that decides. */
  show(range: ReportedStep['decidedBy'][number]): void;
  /** Opens a step of the run, by its place in the trace. */
  explain(index: number): void;
  /** The learner points at a connection; null when they point away. */
  point(step: ReportedStep | null): void;
}

const signs = { open: '✓', blocked: '✕', unknown: '?' } as const;

/**
 * The drawing of a start beside its connections as an ordered list. The list is what a keyboard and a screen reader use; the drawing
 * repeats it for the eye and the pointer. `lead` stands above the list.
 */
export function pictureView(
  picture: Picture,
  words: WorkbenchWords,
  actions: PictureActions,
  lead: HTMLElement | null = null,
): HTMLElement {
  const view = make(
    'figure',
    { class: 'picture' },
    make(
      'div',
      { class: 'picture-stage' },
      lead !== null && make('div', { class: 'picture-lead' }, lead),
      make(
        'div',
        { class: 'picture-side' },
        drawPicture(picture, 'wide', words),
        drawPicture(picture, 'narrow', words),
      ),
      listOf(picture, words, (link) => go(link, actions), actions),
      make('div', { class: 'picture-tools' }),
    ),
  );
  find(view, '.picture-tools').append(...toolsOf(view, words));
  bringPointing(view, picture, actions);
  return view;
}

/** Marks the connections that are spoken of, in the drawing and in the list. */
export function markHere(view: ParentNode, indexes: ReadonlySet<number>): void {
  for (const part of view.querySelectorAll<HTMLElement | SVGElement>('[data-step]')) {
    part.classList.toggle('is-here', indexes.has(Number(part.dataset['step'])));
  }
}

function listOf(
  { targets, links }: Picture,
  words: WorkbenchWords,
  act: (link: Link) => void,
  { explain }: PictureActions,
): HTMLElement {
  const targetOf = new Map(targets.flatMap((target) => target.links.map((link) => [link, target] as const)));
  const news = links.find(({ state, reached }) => reached && state !== 'open');
  const items = links.map((link) => {
    const line = lineOf(link, targetOf.get(link), words, act);
    return make(
      'li',
      { 'data-step': link.index, 'data-state': link.state, 'data-unreached': !link.reached, class: 'picture-link' },
      link === news ? [line, ...reasonOf(link, words, explain)] : line,
    );
  });
  return make('ol', { class: 'picture-list', 'aria-label': words('picture.label') }, items);
}

function lineOf(link: Link, target: Target | undefined, words: WorkbenchWords, act: (link: Link) => void): HTMLElement {
  const does = make('span', { class: 'picture-does' }, doesOf(link, words));
  return make(
    'button',
    { type: 'button', class: 'picture-go', onclick: () => act(link) },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[link.state]),
    make('span', {}, nameIn(target, words), ' ', does),
    ' ',
    make('span', { class: 'picture-end' }, endOf(link, words), !link.reached && unreached(words)),
  );
}

/** Why the start stops here, and the way to the whole story. */
function reasonOf(
  { step, index }: Link,
  words: WorkbenchWords,
  explain: PictureActions['explain'],
): readonly HTMLElement[] {
  return [
    make('p', { class: 'picture-why' }, sentence(step.message)),
    make('button', { type: 'button', class: 'bench-quiet', onclick: () => explain(index) }, words('picture.explain')),
  ];
}

function unreached(words: WorkbenchWords): HTMLElement {
  return make('span', { class: 'unseen' }, `, ${words('run.unreached')}`);
}

function nameIn(target: Target | undefined, words: WorkbenchWords): HTMLElement {
  return make('code', {}, target === undefined ? '' : nameOf(target, words));
}

const described = [
  'get-secret',
  'get-registry-auth',
  'check-logs',
  'get-manifest',
  'get-layers',
  'open-exec-channel',
  'open-exec-key',
  'call-service',
] as const;

/** What a connection is for; one that has no words of its own is called by its call. */
function doesOf({ step }: Link, words: WorkbenchWords): string {
  const known = described.find((operation) => operation === step.operation);
  return known === undefined ? step.call.replace(/ → .*/, '') : words(`picture.does.${known}`);
}

function go({ step, index }: Link, { show, explain }: PictureActions): void {
  const [range] = step.decidedBy;
  const act = (): void => (range === undefined ? explain(index) : show(range));
  if (document.fullscreenElement === null) act();
  else void document.exitFullscreen().then(act);
}

function bringPointing(view: HTMLElement, { targets, links }: Picture, actions: PictureActions): void {
  const point = (index: number | null): void => {
    markHere(view, new Set(index === null ? [] : [index]));
    actions.point(links.find((link) => link.index === index)?.step ?? null);
  };
  for (const part of view.querySelectorAll<HTMLElement | SVGElement>('[data-step]')) {
    const index = Number(part.dataset['step']);
    part.addEventListener('pointerenter', () => point(index));
    part.addEventListener('pointerleave', () => point(null));
    part.addEventListener('focusin', () => point(index));
    part.addEventListener('focusout', () => point(null));
  }
  for (const part of view.querySelectorAll<SVGElement>('.target')) {
    const target = targets.find((each) => leading(each).index === Number(part.dataset['step']));
    if (target !== undefined) part.addEventListener('click', () => go(leading(target), actions));
  }
}

function toolsOf(view: HTMLElement, words: WorkbenchWords): readonly HTMLElement[] {
  const tool = (label: string, act: () => void): HTMLButtonElement =>
    make('button', { type: 'button', class: 'bench-quiet', onclick: act }, label);
  const save = (): void => {
    const drawings = view.querySelectorAll<SVGSVGElement>('.picture-drawing');
    const shown = [...drawings].find((drawing) => drawing.getBoundingClientRect().width > 0);
    if (shown === undefined) return;
    const file = asSvgFile(shown, words('picture.label'));
    saveFile(`${words('picture.file')}.svg`, new Blob([file], { type: 'image/svg+xml' }));
  };
  const isFull = (): boolean => document.fullscreenElement === view;
  const full = tool(
    words('picture.full'),
    () => void (isFull() ? document.exitFullscreen() : view.requestFullscreen()),
  );
  view.addEventListener('fullscreenchange', () => {
    full.textContent = words(isFull() ? 'picture.full.leave' : 'picture.full');
  });
  return [
    ...(isCalm() ? [] : [tool(words('picture.replay'), () => play(view))]),
    ...(document.fullscreenEnabled ? [full] : []),
    tool(words('picture.save'), save),
  ];
}
