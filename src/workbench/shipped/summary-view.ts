import type { WorkbenchWords } from '../../messages/workbench.ts';
import type { Report } from '../../report/index.ts';
import { asSvgFile } from '../diagram/save-drawing.ts';
import { saveFile } from '../diagram/save-file.ts';
import { draw } from '../diagram/svg.ts';
import { make } from '../dom.ts';
import { type Shipped, shippedBy } from './summary.ts';

type Line = readonly [label: string, value: string];

/** What was shipped, as a card to keep: as a picture, as text, on paper. `date` is the day in words. */
export function summaryView(report: Report, date: string, words: WorkbenchWords): HTMLElement {
  const lines = linesOf(shippedBy(report), date, words);
  const card = cardOf(lines, words);
  const told = make('p', { class: 'shipped-told', 'aria-live': 'polite' });
  const button = (label: string, act: () => void): HTMLElement =>
    make('button', { type: 'button', class: 'bench-quiet', onclick: act }, label);
  const name = words('shipped.file');
  const savePicture = async (): Promise<void> => {
    const picture = await asPng(asSvgFile(card, words('shipped.title')));
    if (picture === null) told.textContent = words('shipped.save.failed');
    else saveFile(`${name}.png`, picture);
  };
  return make(
    'figure',
    { class: 'shipped' },
    card,
    make(
      'dl',
      { class: 'unseen' },
      lines.map(([label, value]) => [make('dt', {}, label), make('dd', {}, value)]),
    ),
    make(
      'div',
      { class: 'shipped-tools' },
      button(words('shipped.save.image'), () => void savePicture()),
      button(words('shipped.save.text'), () => saveFile(`${name}.txt`, new Blob([asText(lines, words)]))),
      button(words('shipped.print'), () => printOnly()),
    ),
    told,
  );
}

function linesOf(shipped: Shipped, date: string, words: WorkbenchWords): readonly Line[] {
  return [
    ...shipped.images.map((image) => [words('shipped.image'), image] as const),
    [words('shipped.event'), shipped.event],
    [words('shipped.role'), shipped.role.replace(/^.*:role\//, '')],
    [words('shipped.reached'), shipped.reached.join(' · ')],
    ...shipped.goals.map((goal, index) => [index === 0 ? words('shipped.goals') : '', `✓ ${goal}`] as const),
    [words('shipped.date'), date],
  ];
}

/** The summary as plain text, one thing a line. */
export function asText(lines: readonly Line[], words: WorkbenchWords): string {
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  const rows = lines.map(([label, value]) => `${label.padEnd(width)}${value}`);
  return [words('shipped.title'), words('shipped.lead'), '', ...rows, '', words('shipped.site'), ''].join('\n');
}

const [cardWidth, lineHeight, firstLine] = [520, 24, 104];

function cardOf(lines: readonly Line[], words: WorkbenchWords): SVGSVGElement {
  const height = firstLine + lines.length * lineHeight + 26;
  return draw(
    'svg',
    { class: 'picture-drawing shipped-card', viewBox: `0 0 ${cardWidth} ${height}`, 'aria-hidden': 'true' },
    draw('rect', { class: 'card', x: 1, y: 1, width: cardWidth - 2, height: height - 2, rx: 12 }),
    draw('rect', { class: 'leaf', x: 28, y: 26, width: 26, height: 26, rx: 4, transform: 'rotate(45 41 39)' }),
    draw('text', { class: 'shipped-title', x: 76, y: 48 }, words('shipped.title')),
    draw('text', { class: 'soft', x: 28, y: 78 }, words('shipped.lead')),
    ...lines.flatMap(([label, value], index) => {
      const y = firstLine + 6 + index * lineHeight;
      return [
        draw('text', { class: 'soft', x: 28, y }, label),
        draw('text', { class: value.startsWith('✓') ? 'goal' : '', x: 104, y }, value),
      ];
    }),
    draw('text', { class: 'soft end', x: cardWidth - 22, y: height - 16 }, words('shipped.site')),
  );
}

/** Twice the size, so that it is sharp on any screen. */
const scale = 2;

/** A drawing as PNG; null where the browser cannot make it. */
async function asPng(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return null;
  }
  const canvas = Object.assign(document.createElement('canvas'), {
    width: image.naturalWidth * scale,
    height: image.naturalHeight * scale,
  });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

/** Prints the card alone. */
function printOnly(): void {
  const { dataset } = document.documentElement;
  dataset['prints'] = 'shipped';
  addEventListener('afterprint', () => delete dataset['prints'], { once: true });
  print();
}
