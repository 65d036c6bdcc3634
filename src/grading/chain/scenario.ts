import type { IamScenario } from '../iam/scenario.ts';
import type { NetworkScenario } from '../network/scenario.ts';
import type { WorkflowScenario } from '../workflow/scenario.ts';

/** The scenarios of the three domains that one run from push to a started task goes through. */
export interface ChainScenario {
  /** What happens on GitHub, and which role exists. */
  readonly workflow: WorkflowScenario;
  /** The tokens that may, and may not, assume the role. */
  readonly trust: IamScenario;
  /** The registry calls of a login, a push, a cache import and a merge; a run makes those that it uses. */
  readonly push: IamScenario;
  /** The task that pulls the image, and its VPC. */
  readonly network: NetworkScenario;
}
