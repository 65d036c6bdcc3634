import { presenter as en } from './en/presenter.ts';
import { phrasebook } from './phrasebook.ts';

export type PresenterKey = keyof typeof en;

/** The words of the presenter view. */
export const presenterText = phrasebook<PresenterKey>(en, {});
