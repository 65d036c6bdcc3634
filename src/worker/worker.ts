import { answer } from './answer.ts';
import type { Reply } from './protocol.ts';

const say = (reply: Reply): void => globalThis.postMessage(reply);

globalThis.addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
  const reply = await answer(data);
  if (reply !== null) say(reply);
});

say({ kind: 'ready' });
