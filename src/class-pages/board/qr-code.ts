import { encode } from 'uqr';

const namespace = 'http://www.w3.org/2000/svg';

/** A QR code as a drawing, made of elements: no text becomes HTML. It is dark on white in every theme, as scanners want it. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { size, data: modules } = encode(text, { ecc: 'M', border: 2 });
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('class', 'qr');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(namespace, 'path');
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  path.setAttribute('d', dark.join(''));
  svg.append(path);
  return svg;
}
