import { offerThemes } from '../../site/scripts/theme.ts';
import { openSpeaker } from './open-speaker.ts';

offerThemes();
const room = document.querySelector<HTMLElement>('[data-speaker]');
if (room !== null) openSpeaker(room);
