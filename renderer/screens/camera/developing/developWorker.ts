/** Runs off the interface's thread; whatever goes wrong here reaches the page as the worker's error. */
import { seen } from './develop.ts';
import type { FrameShown } from './messages.ts';

addEventListener('message', ({ data }: MessageEvent<FrameShown>) => {
  seen(data).then((told) => postMessage(told), reportError);
});
