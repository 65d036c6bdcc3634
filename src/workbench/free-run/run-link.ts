import { linkKind } from '../sharing/link.ts';
import { type Happening, readHappening } from './happening.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** What a link carries. */
export interface SharedRun {
  readonly text: string;
  readonly happening: Happening;
}

/** Links to the workflow workbench. */
export const runLinks = linkKind('workflow', takeRun);

function takeRun(value: unknown): SharedRun | null {
  if (!isShared(value)) return null;
  const { text, happening: written } = value as { readonly text: string; readonly happening: unknown };
  const happening = readHappening(written);
  return happening === null ? null : { text, happening };
}
