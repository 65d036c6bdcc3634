import { cli as en } from './en/cli.ts';
import { cli as ja } from './ja/cli.ts';
import { phrasebook, type Say } from './phrasebook.ts';

export type CliKey = keyof typeof en;
export type CliText = Say<CliKey>;

/** The words of the command line. */
export const cliText = phrasebook<CliKey>(en, { ja });
