import type { CallSet } from '../../exercises/call-sets.ts';
import type { Locale } from '../../messages/index.ts';
import type { PolicyType, Side } from './free-desk.ts';

/** What the server leaves in the page for the workbench. */
export interface FreePage {
  readonly locale: Locale;
  /** What lies there before anybody wrote anything. */
  readonly starter: Readonly<Record<PolicyType, Side>>;
  readonly sets: readonly CallSet[];
}
