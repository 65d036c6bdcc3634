import { offerThemes } from '../../site/scripts/theme.ts';
import { openStage } from './open-stage.ts';

offerThemes();
const room = document.querySelector<HTMLElement>('[data-stage]');
if (room !== null) openStage(room);
