import type { Builder, Failure, Given } from '../run/state.ts';
import type { Client } from './registry-push.ts';

/** A build as an action or a command line asks for it, whatever its form. */
export interface BuildOrder {
  readonly client: Client;
  readonly builder: Builder;
  /** Null: the Git context, for which no file has to be on the machine. */
  readonly path: string | null;
  readonly tags: Given;
  readonly tagList: readonly string[];
  readonly platforms: readonly string[];
  readonly platformRanges: Failure['ranges'];
  readonly push: boolean;
  readonly load: boolean;
  readonly byDigest: boolean;
  /** True when the result goes somewhere else: a folder, an archive. */
  readonly exportsElsewhere: boolean;
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** What the order says of provenance: given true, given false, or nothing. */
  readonly provenance: boolean | null;
  readonly sbom: boolean;
  readonly ranges: Failure['ranges'];
  readonly pushRanges: Failure['ranges'];
}
