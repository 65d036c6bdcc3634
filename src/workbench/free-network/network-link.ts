import type { LoneLinks } from '../sharing/bring-lone-sharing.ts';
import { linkKind } from '../sharing/link.ts';
import { type Needs, readNeeds } from './needs.ts';
import { endpointsFile } from './network-scenario.ts';
import { fits as isShared } from './shared.schema.json?fits';

/** What a link carries. */
export interface SharedNetwork {
  readonly text: string;
  readonly needs: Needs;
}

/** Links to the network workbench. */
export const networkLinks = linkKind('network', takeNetwork);

/** The file that they carry, and what is said beside it. */
export const sharedNetwork: LoneLinks<Needs, SharedNetwork> = {
  file: endpointsFile,
  links: networkLinks,
  join: (text, needs) => ({ text, needs }),
  saidIn: ({ needs }) => needs,
};

function takeNetwork(value: unknown): SharedNetwork | null {
  if (!isShared(value)) return null;
  const { text, needs: written } = value as { readonly text: string; readonly needs: unknown };
  const needs = readNeeds(written);
  return needs === null ? null : { text, needs };
}
