import { type ReactNode, useEffect } from 'react';
import { HowFar, officePagePaths } from '../../../shared/office/officePageApi.ts';
import { AskedTrouble } from '../asking/AskedTrouble.tsx';
import { useAsked } from '../asking/useAsked.ts';
import { addressOf } from '../places/place.ts';
import { stepsOf } from '../setUp/steps.ts';

/** Whoever names no place: what wants somebody today, or the first hour while that lasts. */
export function Start(): ReactNode {
  const { answer, again } = useAsked(officePagePaths.setUp, HowFar);
  useEffect(() => {
    if (answer?.ok !== true) return;
    const isSetUp = stepsOf(answer.value).every(({ state }) => state === 'done');
    location.replace(addressOf({ at: isSetUp ? 'today' : 'setUp' }));
  }, [answer]);
  return answer?.ok === false ? <AskedTrouble trouble={answer.refusal} onAgain={again} /> : null;
}
