import type { LoneLinks } from '../sharing/bring-lone-sharing.ts';
import { linkKind } from '../sharing/link.ts';
import { type Happening, readHappening } from './happening.ts';
import { workflowFile } from './run-scenario.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** What a link carries. */
export interface SharedRun {
  readonly text: string;
  readonly happening: Happening;
}

/** Links to the workflow workbench. */
export const runLinks = linkKind('workflow', takeRun);

/** The file that they carry, and what is said beside it. */
export const sharedRun: LoneLinks<Happening, SharedRun> = {
  file: workflowFile,
  links: runLinks,
  join: (text, happening) => ({ text, happening }),
  saidIn: ({ happening }) => happening,
};

function takeRun(value: unknown): SharedRun | null {
  if (!isShared(value)) return null;
  const { text, happening: written } = value as { readonly text: string; readonly happening: unknown };
  const happening = readHappening(written);
  return happening === null ? null : { text, happening };
}
