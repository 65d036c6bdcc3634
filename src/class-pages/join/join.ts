import { openJoin } from './open-join.ts';

const page = document.querySelector<HTMLElement>('[data-join]');
if (page !== null) void openJoin(page);
