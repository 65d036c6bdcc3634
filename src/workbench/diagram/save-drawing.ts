/** What a stand-alone file has to say of each part, since the page's style sheets do not go with it. */
const kept = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const margin = 16;

/**
 * A drawing as the text of an SVG file that needs nothing else: every colour is resolved as on paper in the light, motion is left out.
 * `title` is its name for whoever cannot see it.
 */
export function asSvgFile(drawing: SVGSVGElement, title: string): string {
  const place = Object.assign(document.createElement('div'), { className: 'as-on-paper', ariaHidden: 'true' });
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  place.append(copy);
  drawing.parentElement?.append(place);
  const parts = [...copy.querySelectorAll<SVGElement>('*')];
  // All are read before one is changed: a part may owe its look to the classes of those around it.
  const looks = parts.map(lookOf);
  for (const [index, part] of parts.entries()) inline(part, looks[index] ?? {});
  const ground = getComputedStyle(place).backgroundColor;
  place.remove();
  frame(copy, ground, title);
  return new XMLSerializer().serializeToString(copy);
}

function lookOf(part: SVGElement): Readonly<Record<string, string>> {
  const style = getComputedStyle(part);
  if (style.display === 'none' || style.visibility === 'hidden') return { display: 'none' };
  return Object.fromEntries(kept.map((name) => [name, style.getPropertyValue(name)]));
}

function inline(part: SVGElement, look: Readonly<Record<string, string>>): void {
  for (const name of ['class', 'style', 'pathLength', ...Object.keys(part.dataset).map(attributeOf)])
    part.removeAttribute(name);
  for (const [name, value] of Object.entries(look)) part.setAttribute(name, value);
}

function attributeOf(key: string): string {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A margin, a ground, and a size of its own. */
function frame(drawing: SVGSVGElement, ground: string, title: string): void {
  const { width, height } = drawing.viewBox.baseVal;
  const [outerWidth, outerHeight] = [width + 2 * margin, height + 2 * margin];
  const box = { x: -margin, y: -margin, width: outerWidth, height: outerHeight };
  const paper = document.createElementNS(drawing.namespaceURI, 'rect');
  for (const [name, value] of Object.entries({ ...box, fill: ground })) paper.setAttribute(name, String(value));
  const name = document.createElementNS(drawing.namespaceURI, 'title');
  name.textContent = title;
  drawing.prepend(name, paper);
  for (const attribute of ['class', 'aria-hidden', 'data-shape']) drawing.removeAttribute(attribute);
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('viewBox', Object.values(box).join(' '));
  drawing.setAttribute('width', String(outerWidth));
  drawing.setAttribute('height', String(outerHeight));
}
