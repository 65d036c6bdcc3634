import { openBoardPage } from './open-board-page.ts';

const page = document.querySelector<HTMLElement>('[data-class-board]');
if (page !== null) void openBoardPage(page);
