/**
 * Central in memory: the real decision over the real ledger, the real cursors, and around them
 * transactions that stay open, crash before and after their commit, and are restored from a back-up.
 */

import { dependenciesOf } from '../../central/cases/dependencies.ts';
import { dutyKey } from '../../central/cases/workingSet.ts';
import type { Decided } from '../../central/commands/batch.ts';
import { bringsOf, decideCommands } from '../../central/commands/decideCommands.ts';
import type { SentCommand } from '../../central/commands/readCommand.ts';
import { type FeedPosition, readCursor, writeCursor } from '../../central/feed/cursor.ts';
import type { PushResponse } from '../../shared/sync/centralApi.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { PullResponse } from '../../shared/sync/pullApi.ts';
import { knownTo, mostPutAside, rowsPutAside, workingSetFor } from './centralRows.ts';
import {
  type CentralState,
  type Chain,
  copyOf,
  emptyState,
  type FeedEntry,
  rowKey,
} from './centralState.ts';
import { isSigned, isSignedAnywhere } from './cheapSeal.ts';
import { gapSeen, stepOverGaps } from './gaps.ts';
import { inOrder, pageAfter } from './modelFeed.ts';
import { officeCases, revokedStation } from './papers.ts';
import type { Fate } from './schedule.ts';
import type { Bug } from './seededBugs.ts';

type Transaction = {
  readonly xid: number;
  readonly locks: ReadonlySet<string>;
  readonly decided: readonly Decided[];
  readonly expectedSequence: number | null;
  readonly commit: () => void;
};
type Open = { readonly transaction: Transaction; readonly answer: () => void };

/** Whose token it is, and whether the request proves to come from the computer it was given to. */
export type Caller = { readonly stationId: string; readonly isProved: boolean };

export type ModelCentral = {
  readonly state: () => CentralState;
  /** Every fact it has ever accepted, whatever a back-up took away since. */
  readonly everAccepted: ReadonlySet<string>;
  readonly epoch: () => string;
  /** Calls `answer` once it is known; never when the fate is a crash, or the door stays closed. */
  readonly push: (
    caller: Caller,
    sent: readonly SentCommand[],
    fate: Fate,
    answer: (response: PushResponse) => void,
  ) => void;
  readonly pull: (cursor: string | null) => PullResponse;
  readonly open: () => number;
  readonly commit: (pick: number) => void;
  readonly backUp: () => void;
  readonly restore: () => void;
  /** The administrator waits no longer for whatever central says is missing. */
  readonly stepOver: () => void;
  readonly broken: string[];
};

const together = 2;
const pageSize = 4;
const time = '2026-11-20T15:00:00.000Z';
const xidText = (xid: number) => String(xid);

export function modelCentral(bug: Bug | null): ModelCentral {
  const broken: string[] = [];
  const everAccepted = new Set<string>();
  let state = emptyState();
  let backUp = copyOf(state);
  let epochs = 1;
  let lastXid = 0;
  let lastSequence = 0;
  let open: Open[] = [];
  const epoch = () => `epoch-${epochs}`;
  for (const id of officeCases.keys())
    put(state, { collection: 'cases', id, xid: xidText(++lastXid), sequence: ++lastSequence });
  backUp = copyOf(state);

  /** Decides upon what is committed; writes only with `commit`. */
  function begin(caller: string, sent: readonly SentCommand[]): Transaction | 'unstorable' {
    const stationId = sent.find((one) => one.stationId !== null)?.stationId ?? caller;
    const locks = new Set([stationId, ...sent.flatMap(thingsOf)]);
    for (const other of open.filter((one) => [...one.transaction.locks].some((l) => locks.has(l))))
      finish(other);
    const xid = ++lastXid;
    const before = state.chains.get(stationId) ?? { lastSequence: 0, lastHash: null };
    const chain = { ...before };
    if (bug === 'gapAccepted') skipGap(chain, sent);
    const workingSet = workingSetFor(state, stationId, sent, bug);
    const acceptedAt = time;
    const isRevoked = stationId === revokedStation.id && bug !== 'revokedStillTaken';
    const { decided: really, expectedSequence } = decideCommands(sent, {
      station: {
        id: stationId,
        siteId: 'site-1',
        revokedAt: isRevoked ? revokedStation.revokedAt : null,
      },
      handedInBy: caller === stationId || bug === 'handInUnproved' ? null : caller,
      chain,
      steppedOver: state.steppedOver.get(stationId) ?? [],
      known: knownTo(state, stationId, bug),
      workingSet,
      proved: new Set(sent.filter(isProved)),
      acceptedAt,
    });
    const gap = gapSeen(state, sent, { stationId, caller, decided: really, expectedSequence, bug });
    const decided = bug === 'quarantineBlocks' ? really.map(unnumbered) : really;
    if (decided.some((one) => one.admitted && noteOf(one) === 'unstorable')) return 'unstorable';
    const copy = bug === 'copyMovesChain' && caller !== stationId ? sent.at(-1) : undefined;
    const place = copy?.sequence ?? null;
    const end =
      place !== null
        ? { lastSequence: place, lastHash: copy?.hash ?? null }
        : bug === 'quarantineBlocks'
          ? endOf(before, decided)
          : chain;
    const admitted = decided.flatMap((one) => (one.admitted ? [one.admitted] : []));
    const entries = admitted.flatMap(({ fact, opensCase, refund }) => [
      ...(opensCase && fact.caseId !== null
        ? [{ collection: 'cases' as const, id: String(fact.caseId) }]
        : []),
      { collection: 'facts' as const, id: String(fact.id) },
      ...(refund ? [{ collection: 'refunds' as const, id: String(refund.id) }] : []),
    ]);
    const numbered = entries.map((entry) => ({
      ...entry,
      xid: xidText(xid),
      sequence: ++lastSequence,
    }));
    return {
      xid,
      locks,
      decided,
      expectedSequence,
      commit() {
        keepOrder(stationId, before, decided);
        for (const one of decided) {
          if (!one.keep || one.result.kind === 'duplicate') continue;
          const keptFor = one.keptFor ?? stationId;
          state.commands.set(rowKey(keptFor, one.sent.id), {
            id: one.sent.id,
            keptFor,
            contentHash: one.sent.contentHash,
            status: one.result.kind,
            result: one.result,
            brings: bringsOf(one.sent),
          });
        }
        for (const { fact, duty, refund, grant, opensCase } of admitted) {
          if (grant) state.grants.set(grant.id, grant);
          if (state.facts.has(fact.id)) broken.push(`${fact.id} was applied twice`);
          state.facts.set(fact.id, { fact, acceptedAt });
          everAccepted.add(fact.id);
          if (duty !== null && fact.caseId !== null)
            state.hands.set(dutyKey(fact.caseId, fact.personId), duty);
          const opened =
            opensCase && fact.caseId !== null ? workingSet.cases.get(fact.caseId) : undefined;
          if (opened) state.cases.set(opened.id, opened);
          if (refund) state.due.add(refund.verdictId);
          if (!refund || bug === 'refundBeside') continue;
          if (state.refunds.has(refund.id)) broken.push(`${refund.id} was made due twice`);
          state.refunds.set(refund.id, refund);
        }
        state.chains.set(stationId, end);
        if (gap) state.gaps.set(stationId, gap);
        for (const entry of numbered) put(state, entry);
      },
    };
  }

  function isProved(sent: SentCommand): boolean {
    if (bug === 'signaturesNotAsked') return sent.command !== null;
    return bug === 'keysGoodAnywhere' ? isSignedAnywhere(sent) : isSigned(sent);
  }

  function keepOrder(
    stationId: string,
    { lastSequence: last }: Chain,
    decided: readonly Decided[],
  ) {
    let expected = last + 1;
    for (const { sent, numbered } of decided) {
      if (!numbered) continue;
      if (sent.sequence !== expected)
        broken.push(`${stationId} was taken at ${sent.sequence} when ${expected} was next`);
      expected += 1;
    }
  }

  function finish(one: Open): void {
    open = open.filter((other) => other !== one);
    one.transaction.commit();
    one.answer();
  }

  return {
    state: () => state,
    everAccepted,
    epoch,
    broken,
    open: () => open.length,
    commit(pick) {
      const one = open[pick % Math.max(1, open.length)];
      if (one) finish(one);
    },
    backUp() {
      backUp = copyOf(state);
    },
    restore() {
      open = [];
      epochs += 1;
      state = copyOf(backUp);
      lastXid += 1;
      // As `startEpoch` does: the feed is stamped anew, in its order.
      for (const entry of inOrder([...state.feed.values()]))
        put(state, { ...entry, xid: xidText(lastXid), sequence: ++lastSequence });
    },
    stepOver() {
      stepOverGaps(state, time);
    },
    push({ stationId, isProved: isItsComputer }, sent, fate, answer) {
      if (!isItsComputer && bug !== 'tokenIsEnough') return;
      const results: PushResponse['results'] = [];
      const reply = (expectedSequence: number | null) =>
        answer({ results, expectedSequence, epoch: epoch(), time });
      const parts = inParts(sent);
      for (const [index, part] of parts.entries()) {
        const isLast = index === parts.length - 1;
        const transactions = transactionsFor(stationId, part);
        for (const transaction of transactions) {
          const made = transaction();
          if (made.decided.some(isPutAside) && isOverQuota(stationId)) return;
          results.push(...made.decided.map((one) => one.result));
          if (fate === 'crashBeforeCommit' && isLast) {
            if (bug === 'answeredBeforeCommit') reply(made.expectedSequence);
            return;
          }
          const isOver = isLast || made.expectedSequence !== null;
          if (fate === 'staysOpen' && isOver && transactions.length === 1) {
            open.push({ transaction: made, answer: () => reply(made.expectedSequence) });
            return;
          }
          made.commit();
          if (fate === 'crashAfterCommit' && isOver) return;
          if (bug === 'refundBeside') writeRefunds(made.decided);
          if (made.expectedSequence !== null) {
            reply(made.expectedSequence);
            return;
          }
        }
      }
      reply(null);
    },
    pull(cursor) {
      const after = readCursor(cursor ?? undefined, epoch());
      if (!after) throw new Error('not a cursor of this central');
      const horizon = Math.min(lastXid + 1, ...open.map((one) => one.transaction.xid));
      if (bug !== 'naiveCursor') {
        const { page, next, more } = pageAfter(state, after, horizon, pageSize);
        return pulled(page, next, more);
      }
      const all = [...state.feed.values()].filter((entry) => entry.sequence > after.sequence);
      const sorted = all.sort((a, b) => a.sequence - b.sequence);
      const page = sorted.slice(0, pageSize);
      return pulled(page, page.at(-1) ?? after, sorted.length > pageSize);
    },
  };

  function pulled(page: readonly FeedEntry[], next: FeedPosition, more: boolean): PullResponse {
    return {
      changes: page.map(changeOf),
      cursor: writeCursor(epoch(), next),
      more,
      epoch: epoch(),
      minimumContractVersion: 1,
      time,
    };
  }

  function isOverQuota(stationId: string): boolean {
    if (bug === 'noQuota') return false;
    return rowsPutAside(state, bug === 'quotaInCommon' ? null : stationId) >= mostPutAside;
  }

  function writeRefunds(decided: readonly Decided[]): void {
    for (const { admitted } of decided)
      if (admitted?.refund) state.refunds.set(admitted.refund.id, admitted.refund);
  }

  /** Together; where one cannot be stored each by itself, and that one put aside. */
  function transactionsFor(
    stationId: string,
    part: readonly SentCommand[],
  ): readonly (() => Transaction)[] {
    const all = begin(stationId, part);
    if (all !== 'unstorable') return [() => all];
    return part.map((one) => () => {
      const alone = begin(stationId, [one]);
      if (alone !== 'unstorable') return alone;
      const aside = begin(stationId, [
        { ...one, command: null, trouble: 'central cannot store it' },
      ]);
      if (aside === 'unstorable') throw new Error('what is put aside brings nothing');
      return aside;
    });
  }

  function changeOf({ collection, id }: FeedEntry): Change {
    if (collection === 'facts') return { collection, id, body: state.facts.get(id) ?? null };
    if (collection === 'refunds') return { collection, id, body: state.refunds.get(id) ?? null };
    return { collection, id, body: state.cases.get(id) ?? officeCases.get(id) ?? null };
  }
}

function skipGap(
  chain: { lastSequence: number; lastHash: string | null },
  sent: readonly SentCommand[],
) {
  const first = sent[0]?.sequence ?? 0;
  if (first <= chain.lastSequence + 1) return;
  chain.lastSequence = first - 1;
  chain.lastHash = null;
}

function unnumbered(one: Decided): Decided {
  return one.result.kind === 'quarantined' ? { ...one, numbered: false, keep: false } : one;
}

function endOf(before: Chain, decided: readonly Decided[]): Chain {
  const last = decided.findLast((one) => one.numbered);
  return last === undefined || last.sent.sequence === null
    ? before
    : { lastSequence: last.sent.sequence, lastHash: last.sent.hash };
}

function isPutAside({ keep, result }: Decided): boolean {
  return keep && result.kind === 'quarantined';
}

function noteOf({ sent }: Decided): string {
  return sent.command?.fact.kind === 'held' ? sent.command.fact.note : '';
}

function thingsOf({ command }: SentCommand): readonly string[] {
  if (!command) return [];
  const { fact } = command;
  return [
    ...dependenciesOf(fact).flatMap(({ kind, id }) =>
      kind === 'case' || kind === 'arrival' ? [id] : [],
    ),
    ...(fact.caseId === null ? [] : [fact.caseId]),
  ];
}

function inParts<T>(all: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let from = 0; from < all.length; from += together)
    parts.push(all.slice(from, from + together));
  return parts;
}

function put(state: CentralState, entry: FeedEntry): void {
  state.feed.set(`${entry.collection}:${entry.id}`, entry);
}
