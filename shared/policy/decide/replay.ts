import type { PolicyVersion } from '../../facts/documents.ts';
import type { Result } from '../../result.ts';
import type { CaseDecision, PolicyInput, PolicyRefusal } from '../decision.ts';
import { decideCase } from './decideCase.ts';

/** One closed case under the policy it was decided by and under a draft. */
export type CaseReplay = {
  readonly caseId: string;
  readonly before: Result<CaseDecision, PolicyRefusal>;
  readonly after: Result<CaseDecision, PolicyRefusal>;
  /** Whether a standing, a liability, a quantity, an amount, the freight or a question differs. */
  readonly changed: boolean;
  readonly currency: string;
  /** Refund under the draft minus refund then, minor units of `currency`; 0 where one was refused. */
  readonly amountDelta: number;
};

/**
 * Decides one case again under a draft policy version, answers and all else as they were.
 * Amounts are those the policy grants; overrides by a supervisor are not part of it.
 */
export function replayCase(input: PolicyInput, draft: PolicyVersion): CaseReplay {
  const before = decideCase(input);
  const after = decideCase({ ...input, policy: draft });
  const comparable = before.ok && after.ok;
  return {
    caseId: input.returnCase.id,
    before,
    after,
    changed: comparable
      ? essenceOf(before.value) !== essenceOf(after.value)
      : before.ok !== after.ok,
    currency: comparable ? after.value.currency : (input.contract?.currency ?? 'USD'),
    amountDelta: comparable ? after.value.refundAmount - before.value.refundAmount : 0,
  };
}

export type ReplaySummary = {
  readonly cases: number;
  readonly changed: number;
  /** Could not be decided under the draft though they could before, or the other way round. */
  readonly refusedBefore: number;
  readonly refusedAfter: number;
  /** "upheld → needsPerson": how many cases moved so. Cases that stay are not listed. */
  readonly moves: Readonly<Record<string, number>>;
  /** Minor units per currency; currencies are never added up. */
  readonly money: Readonly<
    Record<string, { readonly before: number; readonly after: number; readonly delta: number }>
  >;
};

/** Adds replays up; may be called on batches, `mergeSummaries` joins them. */
export function summariseReplay(replays: readonly CaseReplay[]): ReplaySummary {
  return mergeSummaries(replays.map(summaryOfOne));
}

/** Joins summaries of batches, so that progress can be shown while a replay runs. */
export function mergeSummaries(summaries: readonly ReplaySummary[]): ReplaySummary {
  const moves: Record<string, number> = {};
  const money: Record<string, { before: number; after: number; delta: number }> = {};
  const total = { cases: 0, changed: 0, refusedBefore: 0, refusedAfter: 0 };
  for (const summary of summaries) {
    total.cases += summary.cases;
    total.changed += summary.changed;
    total.refusedBefore += summary.refusedBefore;
    total.refusedAfter += summary.refusedAfter;
    for (const [move, times] of Object.entries(summary.moves))
      moves[move] = (moves[move] ?? 0) + times;
    for (const [currency, sums] of Object.entries(summary.money)) {
      const sum = money[currency] ?? { before: 0, after: 0, delta: 0 };
      money[currency] = {
        before: sum.before + sums.before,
        after: sum.after + sums.after,
        delta: sum.delta + sums.delta,
      };
    }
  }
  return { ...total, moves, money };
}

function summaryOfOne(replay: CaseReplay): ReplaySummary {
  const { before, after, currency } = replay;
  const from = before.ok ? before.value.standing : 'refused';
  const to = after.ok ? after.value.standing : 'refused';
  return {
    cases: 1,
    changed: replay.changed ? 1 : 0,
    refusedBefore: before.ok ? 0 : 1,
    refusedAfter: after.ok ? 0 : 1,
    moves: from === to ? {} : { [`${from} → ${to}`]: 1 },
    money:
      before.ok && after.ok
        ? {
            [currency]: {
              before: before.value.refundAmount,
              after: after.value.refundAmount,
              delta: replay.amountDelta,
            },
          }
        : {},
  };
}

/** What people would notice of a decision, without the wording of its reasons. */
function essenceOf(decision: CaseDecision): string {
  return JSON.stringify([
    decision.standing,
    decision.shippingCost.bearer,
    decision.questions.map((q) => [q.question, q.unitGroupId]),
    decision.portions.map((p) => [
      p.unitGroupId,
      p.units,
      p.standing,
      p.liability,
      p.negative,
      p.eligibleQuantity,
      p.eligibleAmount,
    ]),
  ]);
}
