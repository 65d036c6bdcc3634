import { hasPass } from '../../class-pages/pass.ts';
import { markProgress } from '../../workbench/progress-marks.ts';
import { offerSearch } from './search-key.ts';
import { offerThemes } from './theme.ts';

markProgress();
offerThemes();
offerSearch();
// The pages that open and join a class bring their own part of it.
if (hasPass() && document.querySelector('[data-join], [data-class-board]') === null)
  void import('../../class-pages/bar/open-bar.ts').then(({ openBar }) => openBar());
