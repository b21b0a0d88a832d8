/** Runs off the interface's thread; whatever goes wrong here reaches the page as the worker's error. */
import { answerTurns } from './answerTurns.ts';
import type { TurnsAsked } from './turnsMessages.ts';

const answer = answerTurns(
  (told) => postMessage(told),
  () => new Promise((listened) => setTimeout(listened)),
);

addEventListener('message', ({ data }: MessageEvent<TurnsAsked>) => {
  answer(data).catch(reportError);
});
