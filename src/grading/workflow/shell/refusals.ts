import { nearest } from '../../core/nearest.ts';
import { fail } from '../actions/inputs.ts';
import { found } from '../diagnostic.ts';
import { sources } from '../facts/sources.ts';
import type { Failure, StepResult } from '../run/state.ts';
import type { Call, Done } from './call.ts';
import type { OptionTable } from './options.ts';

/** A command that ends in a failure of its own. */
export function failed(failures: readonly Failure[], effects: Partial<StepResult> = {}): Done {
  return { status: 'failed', out: '', effects: { ...effects, failures } };
}

/** An option that Docker does not know; with the one that is meant where that is clear. */
export function unknownFlag(flag: string, table: OptionTable, call: Call): Done {
  const name = flag.replace(/^-+/, '').split('=')[0] ?? '';
  const meant = nearest(name, [...table.valued, ...table.flags]);
  return failed([fail('workflow/unknown-flag', { flag: `--${name}` }, [call.range], `unknown flag: --${name}`)], {
    diagnostics:
      meant === null
        ? []
        : [
            found(
              'info',
              'workflow/flag-meant',
              { flag: `--${name}`, meant: `--${meant}` },
              call.range,
              sources.buildx,
            ),
          ],
  });
}
