/** What a key, a clicker or a button may ask of a presentation. */
export const wishes = [
  'next',
  'previous',
  'first',
  'last',
  'black',
  'overview',
  'goto',
  'notes',
  'here',
  'draw',
  'erase',
  'clear',
  'enlarge',
  'full',
  'theme',
  'help',
  'print',
  'leave',
] as const;
export type Wish = (typeof wishes)[number];
/** Printing has its place among the buttons; the browser's own key does it as well. */
type NamedWish = Exclude<Wish, 'print'>;

/** The part of a keyboard event that matters. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Clickers send the keys of the usual presentation programs: page keys, arrows, and `b` or `.` for black. */
const keys: Readonly<Record<string, Wish>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  b: 'black',
  '.': 'black',
  o: 'overview',
  g: 'goto',
  n: 'notes',
  m: 'here',
  d: 'draw',
  e: 'erase',
  c: 'clear',
  z: 'enlarge',
  f: 'full',
  t: 'theme',
  '?': 'help',
  h: 'help',
  p: 'print',
  Escape: 'leave',
};

/** The keys that the help names, in its order. */
export const namedKeys: readonly (readonly [shown: readonly string[], wish: NamedWish])[] = [
  [['→', '↓', 'Page Down', 'Space'], 'next'],
  [['←', '↑', 'Page Up'], 'previous'],
  [['Home'], 'first'],
  [['End'], 'last'],
  [['1', '2', '3', '…'], 'goto'],
  [['O'], 'overview'],
  [['N'], 'notes'],
  [['M'], 'here'],
  [['B', '.'], 'black'],
  [['Z'], 'enlarge'],
  [['D'], 'draw'],
  [['E'], 'erase'],
  [['C'], 'clear'],
  [['F'], 'full'],
  [['T'], 'theme'],
  [['?'], 'help'],
  [['Esc'], 'leave'],
];

/** What a key asks for outside editors and fields; null for nothing. Combinations belong to the browser. */
export function wishOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Wish | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (shiftKey && key === ' ') return 'previous';
  return keys[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
