import { markProgress } from '../../workbench/progress-marks.ts';
import { offerSearch } from './search-key.ts';
import { offerThemes } from './theme.ts';

markProgress();
offerThemes();
offerSearch();
