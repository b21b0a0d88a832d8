import { useEffect, useRef, useState } from 'react';
import type { PolicyVersion } from '../../../../shared/facts/documents.ts';
import type { Result } from '../../../../shared/result.ts';
import type { ReplayPage, ReplayRequest } from '../../../../shared/sync/replayApi.ts';
import { replayHere } from '../../../queries/oneCase/replayHere.ts';
import { useActionContext } from '../../../workflow/AtWork.tsx';

/** Asks central for a page; refused while it cannot be reached. */
export type AskCentral = (
  asked: ReplayRequest,
) => Promise<Result<ReplayPage, { readonly code: string }>>;

export type Replayed = {
  readonly state: 'running' | 'done' | 'stopped';
  /** `here`: central could not be asked, so only the cases this station knows. */
  readonly source: 'central' | 'here';
  readonly total: number;
  /** Cases gone through, and those of them that could be decided again. */
  readonly seen: number;
  readonly replayed: number;
  readonly money: ReplayPage['money'];
  readonly changed: ReplayPage['changed'];
  /** Milliseconds the rest will take; null while nobody can tell. */
  readonly msLeft: number | null;
};

const pageSizes = { central: 500, here: 50 } as const;

/** Goes through the closed cases page by page, so that it can be watched and stopped. */
export function useReplay(askCentral: AskCentral): {
  readonly replayed: Replayed | null;
  readonly start: (draft: PolicyVersion) => void;
  readonly stop: () => void;
} {
  const { db, clock } = useActionContext();
  const [replayed, setReplayed] = useState<Replayed | null>(null);
  const run = useRef(0);
  useEffect(
    () => () => {
      run.current += 1;
    },
    [],
  );

  async function go(draft: PolicyVersion): Promise<void> {
    run.current += 1;
    const mine = run.current;
    const begun = performance.now();
    let source: Replayed['source'] = 'central';
    let sum = nothingYet(source);
    let after: string | null = null;
    setReplayed(sum);
    do {
      const asked: ReplayRequest = { draft, after, limit: pageSizes[source] };
      const answer: Result<ReplayPage, { readonly code: string }> =
        source === 'central'
          ? await askCentral(asked)
          : { ok: true, value: await replayHere(db, { ...asked, now: clock.now() }) };
      if (run.current !== mine) return;
      if (!answer.ok) {
        // From the start again: two halves from two places would not add up.
        source = 'here';
        sum = nothingYet(source);
        after = null;
        setReplayed(sum);
        continue;
      }
      after = answer.value.next;
      sum = added(sum, answer.value, performance.now() - begun, pageSizes[source]);
      setReplayed(sum);
    } while (after !== null || (source === 'here' && sum.state === 'running'));
  }

  return {
    replayed,
    start: (draft) => void go(draft),
    stop() {
      run.current += 1;
      setReplayed((now) => now && { ...now, state: 'stopped', msLeft: null });
    },
  };
}

function nothingYet(source: Replayed['source']): Replayed {
  return {
    state: 'running',
    source,
    total: 0,
    seen: 0,
    replayed: 0,
    money: {},
    changed: [],
    msLeft: null,
  };
}

/** One page more. Pure. */
export function added(sum: Replayed, page: ReplayPage, spentMs: number, limit: number): Replayed {
  const seen = Math.min(page.total, sum.seen + (page.next === null ? page.total : limit));
  const money = { ...sum.money };
  for (const [currency, more] of Object.entries(page.money)) {
    const before = money[currency] ?? { before: 0, after: 0 };
    money[currency] = { before: before.before + more.before, after: before.after + more.after };
  }
  return {
    ...sum,
    state: page.next === null ? 'done' : 'running',
    total: page.total,
    seen,
    replayed: sum.replayed + page.replayed,
    money,
    changed: [...sum.changed, ...page.changed],
    msLeft: seen > 0 && page.next !== null ? (spentMs / seen) * (page.total - seen) : null,
  };
}
