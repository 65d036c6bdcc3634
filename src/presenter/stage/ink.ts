export type Tool = 'draw' | 'erase';

/** Lines drawn over slides. They stay with their slide while the page is open, and are never stored. */
export interface Ink {
  /** Takes a tool up, or puts it away when it is the one in hand. */
  use(tool: Tool): void;
  /** Puts the tool away. False where none was in hand. */
  putAway(): boolean;
  clear(page: HTMLElement): void;
  tool(): Tool | null;
}

const svg = 'http://www.w3.org/2000/svg';
/** The measures of a sheet; it lies over the slide whatever size that has. */
const [sheetWidth, sheetHeight] = [1600, 900];
/** How near the eraser has to come to a line, in the sheet's units. */
const eraserReach = 18;

export function bringInk(room: HTMLElement): Ink {
  let tool: Tool | null = null;
  let line: SVGPolylineElement | null = null;
  const set = (next: Tool | null): void => {
    tool = next;
    if (tool === null) delete room.dataset['ink'];
    else room.dataset['ink'] = tool;
  };

  room.addEventListener('pointerdown', (event) => {
    const slide = slideAt(event);
    if (tool === null || slide === null || event.button !== 0) return;
    event.preventDefault();
    const sheet = sheetOf(slide);
    sheet.setPointerCapture(event.pointerId);
    if (tool === 'erase') eraseAt(sheet, event);
    else {
      line = document.createElementNS(svg, 'polyline');
      sheet.append(line);
      extend(line, sheet, event);
    }
  });
  room.addEventListener('pointermove', (event) => {
    const slide = slideAt(event);
    if (tool === null || slide === null || event.buttons === 0) return;
    const sheet = sheetOf(slide);
    if (tool === 'erase') eraseAt(sheet, event);
    else if (line !== null) for (const point of pointsOf(event)) extend(line, sheet, point);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    room.addEventListener(end, () => {
      line = null;
    });
  }

  return {
    use: (next) => set(tool === next ? null : next),
    putAway: () => {
      const had = tool !== null;
      set(null);
      return had;
    },
    clear: (page) => page.querySelector('[data-ink-sheet]')?.replaceChildren(),
    tool: () => tool,
  };
}

function slideAt({ target }: PointerEvent): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-current] [data-slide]') : null;
}

function sheetOf(slide: HTMLElement): SVGSVGElement {
  const known = slide.querySelector<SVGSVGElement>('[data-ink-sheet]');
  if (known !== null) return known;
  const sheet = document.createElementNS(svg, 'svg');
  sheet.setAttribute('viewBox', `0 0 ${sheetWidth} ${sheetHeight}`);
  sheet.setAttribute('preserveAspectRatio', 'none');
  sheet.setAttribute('aria-hidden', 'true');
  sheet.setAttribute('class', 'ink');
  sheet.dataset['inkSheet'] = '';
  slide.append(sheet);
  return sheet;
}

/** The points between two frames as well, where the browser tells them: a quick line stays round. */
function pointsOf(event: PointerEvent): readonly PointerEvent[] {
  const between = event.getCoalescedEvents?.() ?? [];
  return between.length > 0 ? between : [event];
}

function onSheet(sheet: SVGSVGElement, { clientX, clientY }: PointerEvent): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = sheet.getBoundingClientRect();
  return { x: ((clientX - left) / width) * sheetWidth, y: ((clientY - top) / height) * sheetHeight };
}

function extend(line: SVGPolylineElement, sheet: SVGSVGElement, event: PointerEvent): void {
  const { x, y } = onSheet(sheet, event);
  const points = line.getAttribute('points') ?? '';
  line.setAttribute('points', `${points} ${x.toFixed(1)},${y.toFixed(1)}`.trim());
}

function eraseAt(sheet: SVGSVGElement, event: PointerEvent): void {
  const { x, y } = onSheet(sheet, event);
  for (const line of [...sheet.querySelectorAll('polyline')]) {
    const points = (line.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number));
    if (points.some(([px = 0, py = 0]) => Math.hypot(px - x, py - y) <= eraserReach)) line.remove();
  }
}
