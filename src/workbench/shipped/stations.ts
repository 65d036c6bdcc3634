import { arrangeRun, type PlacedStep, type Report } from '../../report/index.ts';

/** The stretches of the one run over four texts, each decided by another of them. */
export const stationNames = ['run', 'role', 'calls', 'image', 'task'] as const;

export type StationName = (typeof stationNames)[number];

/** The text that a station is decided by. */
export const fileOfStation: Readonly<Record<StationName, string>> = {
  run: 'push.yml',
  role: 'trust-policy.json',
  calls: 'policy.json',
  image: 'push.yml',
  task: 'endpoints.yaml',
};

export interface Station {
  readonly name: StationName;
  /** `missing`: the run has no such operation. */
  readonly state: 'allowed' | 'denied' | 'unknown' | 'missing';
  /** False when the real run stops before it. */
  readonly reached: boolean;
  /** The step to look at: the first that is refused or open to doubt, else the first; null where there is none. */
  readonly step: PlacedStep | null;
}

/** A task that finds no image is a fault of what was pushed, although it is the task that says so. */
const faultsOfImage: readonly string[] = ['network/tag-absent', 'network/platform-absent'];

/** Sums a run up, station by station. */
export function stationsOf({ trace }: Pick<Report, 'trace'>): readonly Station[] {
  const steps = arrangeRun(trace).groups.flatMap((group) => group.steps);
  return stationNames.map((name): Station => {
    const own = steps.filter((place) => stationOf(place) === name);
    const worst =
      own.find(({ step }) => step.outcome === 'denied') ?? own.find(({ step }) => step.outcome === 'unknown');
    const step = worst ?? own[0] ?? null;
    return {
      name,
      state:
        step === null
          ? 'missing'
          : worst === undefined
            ? 'allowed'
            : worst.step.outcome === 'denied'
              ? 'denied'
              : 'unknown',
      reached: step?.reached ?? false,
      step,
    };
  });
}

function stationOf({ step }: PlacedStep): StationName | null {
  if (step.operation === 'start-run') return 'run';
  if (step.decidedBy.some(({ file }) => file === fileOfStation.role) || step.operation === 'assume-role') return 'role';
  if (step.operation === 'registry-call') return 'calls';
  if (step.operation === 'publish' || faultsOfImage.includes(step.code)) return 'image';
  return step.code.startsWith('network/') ? 'task' : null;
}
