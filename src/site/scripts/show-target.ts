/** Shows the check that an address leads to, even when the page is narrowed to another domain. */
function showTarget(): void {
  const target = document.querySelector(':target');
  const all = document.querySelector<HTMLInputElement>('[name="area"][value="all"]');
  if (target === null || all === null || target.checkVisibility()) return;
  all.checked = true;
  target.scrollIntoView();
}

addEventListener('hashchange', showTarget);
