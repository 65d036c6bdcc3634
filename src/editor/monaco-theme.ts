import { editor } from 'monaco-editor/editor';

const name = 'lacquer';

/** Draws the rich editor in the site's colours, and follows them when the theme changes. Returns the way to stop. */
export function followTheme(probeIn: HTMLElement): () => void {
  const apply = (): void => {
    defineTheme(colourReader(probeIn));
    editor.setTheme(name);
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', apply);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', apply);
  };
}

/** Reads a token as `#rrggbb`: the custom property itself keeps `light-dark(…)` as it is written, a colour that uses it does not. */
function colourReader(probeIn: HTMLElement): (token: string) => string {
  return (token) => {
    const probe = document.createElement('span');
    probe.hidden = true;
    probe.style.color = `var(--${token})`;
    probeIn.append(probe);
    const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? [];
    probe.remove();
    return `#${parts
      .slice(0, 3)
      .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
      .join('')}`;
  };
}

function defineTheme(colour: (token: string) => string): void {
  const rule = (token: string, of: string): editor.ITokenThemeRule => ({ token, foreground: colour(of).slice(1) });
  const keys = ['key', 'type'].map((token) => rule(token, 'code-key'));
  const words = ['keyword', 'tag', 'namespace'].map((token) => rule(token, 'code-word'));
  editor.defineTheme(name, {
    base: 'vs-dark',
    inherit: false,
    rules: [
      rule('', 'code-ink'),
      ...keys,
      ...words,
      rule('string', 'code-string'),
      rule('number', 'code-number'),
      rule('comment', 'code-soft'),
      rule('delimiter', 'code-ink'),
    ],
    colors: editorColours(colour),
  });
}

function editorColours(colour: (token: string) => string): Record<string, string> {
  const [ground, ink, soft, line, mark, gold] = [
    'code',
    'code-ink',
    'code-soft',
    'code-line',
    'code-mark',
    'code-key',
  ].map(colour);
  const refused = colour('code-refused');
  const grounds = [
    'editor',
    'editorWidget',
    'editorHoverWidget',
    'editorSuggestWidget',
    'editorGutter',
    'editorMarkerNavigation',
    'menu',
    'quickInput',
  ];
  return {
    ...Object.fromEntries(grounds.map((part) => [`${part}.background`, /^editor[WHS]/.test(part) ? mark : ground])),
    'editor.foreground': ink,
    'editorWidget.foreground': ink,
    'editorWidget.border': line,
    'editorHoverWidget.border': line,
    'editorHoverWidget.foreground': ink,
    'editorSuggestWidget.border': line,
    'editorSuggestWidget.foreground': ink,
    'editorSuggestWidget.selectedForeground': ink,
    'editorSuggestWidget.selectedBackground': line,
    'editorSuggestWidget.highlightForeground': gold,
    'editorSuggestWidget.focusHighlightForeground': gold,
    ...Object.fromEntries(
      ['property', 'module', 'method', 'reference', 'operator', 'variable', 'enumeratorMember', 'text'].map((kind) => [
        `symbolIcon.${kind}Foreground`,
        gold,
      ]),
    ),
    'editorLineNumber.foreground': soft,
    'editorLineNumber.activeForeground': gold,
    'editorCursor.foreground': gold,
    'editor.selectionBackground': `${gold}44`,
    'editor.inactiveSelectionBackground': `${gold}26`,
    'editor.lineHighlightBackground': mark,
    'editor.lineHighlightBorder': '#00000000',
    'editorIndentGuide.background1': line,
    'editorIndentGuide.activeBackground1': soft,
    'editorBracketMatch.background': mark,
    'editorBracketMatch.border': soft,
    'editorError.foreground': refused,
    'editorWarning.foreground': gold,
    'editorInfo.foreground': colour('code-word'),
    'editor.findMatchBackground': `${gold}66`,
    'editor.findMatchHighlightBackground': `${gold}33`,
    'editorLightBulb.foreground': gold,
    'editorLightBulbAutoFix.foreground': gold,
    'editorActionList.background': mark,
    'editorActionList.foreground': ink,
    'editorActionList.focusBackground': line,
    'editorActionList.focusForeground': ink,
    'scrollbarSlider.background': `${soft}40`,
    'scrollbarSlider.hoverBackground': `${soft}66`,
    'scrollbarSlider.activeBackground': `${soft}80`,
    'input.background': ground,
    'input.foreground': ink,
    'input.border': soft,
    focusBorder: gold,
    'textLink.foreground': gold,
    'button.background': gold,
    'button.foreground': ground,
    'widget.shadow': '#00000080',
    'editorMarkerNavigation.background': mark,
    'editorMarkerNavigationError.background': refused,
    'editorMarkerNavigationWarning.background': gold,
    'editorMarkerNavigationError.headerBackground': mark,
    'editorMarkerNavigationWarning.headerBackground': mark,
  } as Record<string, string>;
}
