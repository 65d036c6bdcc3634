import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');

/** The colours of one theme by name, from the first rule of the file. */
function coloursOf(theme: 'light' | 'dark'): ReadonlyMap<string, string> {
  const declarations = css
    .slice(0, css.indexOf('}'))
    .matchAll(/--([a-z-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w+));/g);
  return new Map(
    [...declarations].map(([, name = '', light, dark, both]) => [
      name,
      both ?? (theme === 'light' ? light : dark) ?? '',
    ]),
  );
}

/** @source https://www.w3.org/TR/WCAG22/#dfn-relative-luminance (read 2026-11-24) */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'panel', 'sunk'];
const text = [
  ...['ink', 'soft', 'gold', 'garden', 'lacquer', 'amber'].flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...['gold', 'garden', 'lacquer', 'amber'].map((ink) => [ink, `${ink}-wash`]),
  ...['gold', 'garden', 'lacquer', 'amber'].flatMap((wash) => [
    ['ink', `${wash}-wash`],
    ['soft', `${wash}-wash`],
  ]),
  ...['ink', 'soft', 'key', 'string', 'number', 'word', 'refused', 'allowed'].map((ink) => [`code-${ink}`, 'code']),
  ...['code-ink', 'code-refused'].map((ink) => [ink, 'code-refused-wash']),
];
const controls = [...grounds, 'gold-wash'].flatMap((ground) => [
  ['edge', ground],
  ['focus', ground],
]);

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const ratio = ([one = '', other = '']: string[]) => contrast(colours.get(one) ?? '', colours.get(other) ?? '');

  test.each(text)('%s can be read on %s', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));
  test.each(controls)('%s can be seen on %s', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
});
