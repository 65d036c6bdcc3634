import type { ShikiTransformer, ThemeRegistrationRaw } from 'shiki';

/**
 * The kinds of token that the site tells apart, each with the TextMate scopes that belong to it. The colours are in
 * src/site/styles/tokens.css; here each kind only needs a value of its own, which `classesForColours` turns into a class,
 * because the content security policy allows no inline style.
 */
const kinds = [
  {
    name: 'key',
    colour: '#000001',
    scopes: ['support.type.property-name', 'entity.name.tag', 'variable.other.object'],
  },
  { name: 'string', colour: '#000002', scopes: ['string', 'punctuation.definition.string'] },
  { name: 'number', colour: '#000003', scopes: ['constant.numeric', 'constant.language'] },
  { name: 'word', colour: '#000004', scopes: ['keyword', 'storage', 'entity.name.function', 'support.function'] },
  { name: 'comment', colour: '#000005', scopes: ['comment', 'punctuation.definition.comment'] },
] as const;

const ink = '#000000';

/** A theme of five kinds; its colours are only names, see `kinds`. */
export const lacquer: ThemeRegistrationRaw = {
  name: 'lacquer',
  type: 'dark',
  fg: ink,
  bg: ink,
  settings: [
    { settings: { foreground: ink, background: ink } },
    ...kinds.map(({ colour, scopes }) => ({ scope: [...scopes], settings: { foreground: colour } })),
    // A key of JSON or YAML is a string to the grammar as well; what names a thing wins.
    {
      scope: ['support.type.property-name punctuation', 'entity.name.tag string'],
      settings: { foreground: '#000001' },
    },
  ],
};

/** Replaces the inline colours of a highlighted block by classes, `code-key` and the like, and makes it scroll by keyboard. */
export const classesForColours: ShikiTransformer = {
  name: 'workshop:classes',
  span(node) {
    const style = String(node.properties['style'] ?? '').toLowerCase();
    delete node.properties['style'];
    const kind = kinds.find(({ colour }) => style.includes(colour));
    if (kind !== undefined) node.properties['class'] = `code-${kind.name}`;
  },
  root(root) {
    const pre = root.children[0];
    if (pre?.type !== 'element') return;
    delete pre.properties['style'];
    pre.properties['tabindex'] = '0';
  },
};
