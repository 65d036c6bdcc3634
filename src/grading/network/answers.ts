import { fill } from '../../messages/catalog.ts';
import type { TraceStep } from '../core/types.ts';
import { type Attempt, facts, type Saying, valuesOf } from './attempts.ts';
import { messageOf } from './diagnostic.ts';
import { splitImage } from './image.ts';
import type { NetworkScenario } from './scenario.ts';

type Answer = Pick<TraceStep, 'outcome' | 'message' | 'said' | 'source'>;

/** What a service answers that is reached but has not what the task asks for; null when it has, or when the scenario does not say. */
export function answerOf({ operation }: Attempt, scenario: NetworkScenario): Answer | null {
  if (operation === 'check-logs') return answerOfLogs(scenario);
  return operation === 'get-manifest' ? answerOfRegistry(scenario) : null;
}

function answerOfLogs(scenario: NetworkScenario): Answer | null {
  const { logGroup, logGroupExists = true } = scenario.task;
  return logGroupExists
    ? null
    : refuse(facts.logGroupAbsent, messageOf('network/log-group-absent', { logGroup }), scenario);
}

function answerOfRegistry(scenario: NetworkScenario): Answer | null {
  const { task, registry } = scenario;
  const { tag, reference, image } = splitImage(task.image);
  if (registry === undefined) return null;
  if (registry.upstream !== undefined) {
    const message = messageOf('network/first-pull-through', { image, upstream: registry.upstream });
    return { ...refuse(facts.tagAbsent, message, scenario), said: '' };
  }
  const platforms = Object.hasOwn(registry.published, reference) ? registry.published[reference] : undefined;
  const platform = task.cpuArchitecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
  if (platforms === undefined) {
    return reference === tag
      ? refuse(facts.tagAbsent, messageOf('network/tag-absent', { tag }), scenario)
      : refuse(facts.digestAbsent, messageOf('network/digest-absent', { digest: reference }), scenario);
  }
  if (platforms.includes(platform)) return null;
  const message = messageOf('network/platform-absent', { tag: reference, platform });
  return refuse(facts.platformAbsent, message, scenario, platform);
}

function refuse(
  { said, url, readOn, evidence }: Saying,
  message: Answer['message'],
  scenario: NetworkScenario,
  platform = '',
): Answer {
  const text = fill(said, { ...valuesOf(scenario), platform });
  return { outcome: 'denied', message, said: text, source: { url, readOn, evidence } };
}
