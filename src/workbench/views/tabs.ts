/** A row of tabs as the page wrote it: arrow keys move, one is selected, the others wait outside the tab order. */
export interface Tabs {
  select(name: string, options?: { readonly focus: boolean }): void;
  selected(): string;
}

/**
 * Brings a tab list to life. `key` names the data attribute that holds a tab's name.
 * @source https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ (read 2026-11-24)
 */
export function bringTabs(list: HTMLElement, key: string, onSelect: (name: string) => void): Tabs {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const nameOf = (tab: HTMLElement | undefined): string => tab?.dataset[key] ?? '';
  let selected = nameOf(tabs.find((tab) => tab.getAttribute('aria-selected') === 'true') ?? tabs[0]);

  const select: Tabs['select'] = (name, { focus } = { focus: false }) => {
    selected = name;
    for (const tab of tabs) {
      const isSelected = nameOf(tab) === name;
      tab.setAttribute('aria-selected', String(isSelected));
      tab.tabIndex = isSelected ? 0 : -1;
      if (isSelected && focus) tab.focus();
    }
    onSelect(name);
  };

  for (const tab of tabs) tab.addEventListener('click', () => select(nameOf(tab)));
  list.addEventListener('keydown', (event) => {
    const here = tabs.findIndex((tab) => nameOf(tab) === selected);
    const moves: Record<string, number> = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    select(nameOf(tabs.at(to % tabs.length)), { focus: true });
  });
  list.hidden = false;
  return { select, selected: () => selected };
}
