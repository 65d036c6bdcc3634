import type { Message } from '../../messages/index.ts';
import type { Attempt } from './attempts.ts';
import { messageOf } from './diagnostic.ts';

/** What a missing endpoint means for this call, where that is something else than for the start of the task. */
export function inOwnWords({ operation, service }: Attempt, message: Message): Message {
  if (service === null) return message;
  const { code } = message;
  if (operation === 'open-exec-key' && code === 'network/no-endpoint')
    return messageOf('network/exec-key-out-of-reach', { service });
  if (operation !== 'call-service') return message;
  if (code === 'network/no-endpoint') return messageOf('network/call-out-of-reach', { service });
  return code === 'network/no-gateway' ? messageOf('network/call-without-gateway', { service }) : message;
}
