// Blocking and tiny, so that a page never flashes in the other theme. The switch is in src/site/scripts/theme.ts.
try {
  const theme = localStorage.getItem('fargate-tips/theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the page follows the system.
}
