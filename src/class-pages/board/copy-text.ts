/** Over plain http a page has no clipboard of its own; the old command still copies what is selected. */
export function copyText(text: string): void {
  if (navigator.clipboard !== undefined) {
    void navigator.clipboard.writeText(text).catch(() => copySelected(text));
  } else copySelected(text);
}

function copySelected(text: string): void {
  const area = document.createElement('textarea');
  area.className = 'unseen';
  area.readOnly = true;
  area.value = text;
  // Under an open dialog nothing else can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
