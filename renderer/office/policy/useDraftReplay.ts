import { useEffect, useRef, useState } from 'react';
import type { PolicyBody } from '../../../shared/office/bodies/terms.ts';
import type { Result } from '../../../shared/result.ts';
import { adminPolicyApi, mostReplayed } from '../../../shared/sync/adminPolicyApi.ts';
import type { ReplayPage } from '../../../shared/sync/replayApi.ts';
import { ask, type Trouble } from '../asking/ask.ts';
import { useSignedOut } from '../asking/SignedOut.tsx';

export type DraftReplay = {
  readonly state: 'running' | 'done' | 'stopped';
  readonly total: number;
  /** Cases that could be decided again. */
  readonly replayed: number;
  readonly money: ReplayPage['money'];
  readonly changed: ReplayPage['changed'];
  readonly trouble: Trouble | null;
};

const nothingYet: DraftReplay = {
  state: 'running',
  total: 0,
  replayed: 0,
  money: {},
  changed: [],
  trouble: null,
};
const { path, response } = adminPolicyApi.replayPolicy;

/** Goes through the decided cases page by page, so that it can be watched and stopped. */
export function useDraftReplay({ effectiveFrom, parameters }: PolicyBody): {
  readonly replay: DraftReplay | null;
  readonly start: () => void;
  readonly stop: () => void;
} {
  const signedOut = useSignedOut();
  const [replay, setReplay] = useState<DraftReplay | null>(null);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  async function go(): Promise<void> {
    run.current += 1;
    const mine = run.current;
    let sum = nothingYet;
    let after: string | null = null;
    setReplay(sum);
    do {
      const body: object = { effectiveFrom, parameters, after, limit: mostReplayed };
      const answer: Result<ReplayPage, Trouble> = await ask(
        { method: 'POST', path, body },
        response,
      );
      if (run.current !== mine) return;
      if (!answer.ok) {
        if (answer.refusal.kind === 'signedOut') return signedOut();
        return setReplay({ ...sum, state: 'stopped', trouble: answer.refusal });
      }
      sum = withPage(sum, answer.value);
      after = answer.value.next;
      setReplay(after === null ? { ...sum, state: 'done' } : sum);
    } while (after !== null);
  }

  return {
    replay,
    start: () => void go(),
    stop: () => {
      run.current += 1;
      setReplay((now) => now && { ...now, state: 'stopped' });
    },
  };
}

function withPage(sum: DraftReplay, page: ReplayPage): DraftReplay {
  const money = { ...sum.money };
  for (const [currency, { before, after }] of Object.entries(page.money)) {
    const so = money[currency] ?? { before: 0, after: 0 };
    money[currency] = { before: so.before + before, after: so.after + after };
  }
  return {
    ...sum,
    total: page.total,
    replayed: sum.replayed + page.replayed,
    money,
    changed: [...sum.changed, ...page.changed],
  };
}
