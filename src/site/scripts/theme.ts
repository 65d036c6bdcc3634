const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/** Read by public/theme.js as well, before the page is painted. */
const key = 'fargate-tips/theme';

/** Shows the switch and lets it go round: as the system, light, dark. Without storage the choice lasts as long as the page. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  const chosen = document.documentElement.dataset['theme'];
  let now: Theme = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
  const show = () => {
    for (const name of button.querySelectorAll<HTMLElement>('[data-theme-name]')) {
      name.hidden = name.dataset['themeName'] !== now;
    }
  };
  button.addEventListener('click', () => {
    now = themes[(themes.indexOf(now) + 1) % themes.length] ?? 'system';
    apply(now);
    show();
  });
  button.hidden = false;
  show();
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is off or full; the page at hand has its theme all the same.
  }
}
