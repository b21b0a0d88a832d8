/**
 * Central in memory: the real decision over the real ledger, the real cursors, and around them
 * transactions that stay open, crash before and after their commit, and are restored from a back-up.
 */

import { dependenciesOf } from '../../central/cases/dependencies.ts';
import { addToIndex, emptyIndex } from '../../central/cases/factsOfCase.ts';
import type { WorkingSet } from '../../central/cases/workingSet.ts';
import { dutyKey } from '../../central/cases/workingSet.ts';
import type { Decided, KnownCommand } from '../../central/commands/batch.ts';
import { bringsOf, decideCommands } from '../../central/commands/decideCommands.ts';
import type { SentCommand } from '../../central/commands/readCommand.ts';
import { type FeedPosition, readCursor, writeCursor } from '../../central/feed/cursor.ts';
import type { Grant, Refund } from '../../shared/facts/documents.ts';
import type { PushResponse } from '../../shared/sync/centralApi.ts';
import type { Change } from '../../shared/sync/change.ts';
import type { Command } from '../../shared/sync/command.ts';
import type { PullResponse } from '../../shared/sync/pullApi.ts';
import {
  type CentralState,
  type Chain,
  copyOf,
  emptyState,
  type FeedEntry,
  verdictIdsIn,
} from './centralState.ts';
import { readSealed } from './cheapSeal.ts';
import { officeCases, people, referenceData } from './papers.ts';
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

export type ModelCentral = {
  readonly state: () => CentralState;
  /** Every fact it has ever accepted, whatever a back-up took away since. */
  readonly everAccepted: ReadonlySet<string>;
  readonly epoch: () => string;
  /** Calls `answer` once it is known; never when the fate is a crash. */
  readonly push: (
    stationId: string,
    commands: readonly Command[],
    fate: Fate,
    answer: (response: PushResponse) => void,
  ) => void;
  readonly pull: (cursor: string | null) => PullResponse;
  readonly open: () => number;
  readonly commit: (pick: number) => void;
  readonly backUp: () => void;
  readonly restore: () => void;
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

  function workingSetOf(from: CentralState): WorkingSet {
    const index = emptyIndex();
    for (const { fact, acceptedAt } of from.facts.values()) addToIndex(index, fact, acceptedAt);
    const refunds = new Map<string, Refund[]>();
    for (const refund of from.refunds.values())
      refunds.set(refund.caseId, [...(refunds.get(refund.caseId) ?? []), refund]);
    const grants = new Map<string, Grant[]>();
    for (const grant of from.grants.values())
      grants.set(grant.caseId, [...(grants.get(grant.caseId) ?? []), grant]);
    const rejected = new Set<string>();
    for (const { status, brings } of from.commands.values())
      if (status === 'refused' || status === 'quarantined')
        for (const id of brings) rejected.add(id);
    return {
      people: new Map(people),
      cases: new Map([...officeCases, ...from.cases]),
      facts: index,
      refunds,
      grants,
      granted: [...from.grants.values()].flatMap((grant) =>
        grant.added.map((line) => ({ ...line, caseId: grant.caseId, currency: grant.currency })),
      ),
      takenIds: verdictIdsIn(from),
      duties: new Map(from.hands),
      rejected,
      referenceData,
    };
  }

  /** Decides upon what is committed; writes only with `commit`. */
  function begin(stationId: string, sent: readonly SentCommand[]): Transaction | 'unstorable' {
    const locks = new Set([stationId, ...sent.flatMap(thingsOf)]);
    for (const other of open.filter((one) => [...one.transaction.locks].some((l) => locks.has(l))))
      finish(other);
    const xid = ++lastXid;
    const before = state.chains.get(stationId) ?? { lastSequence: 0, lastHash: null };
    const chain = { ...before };
    if (bug === 'gapAccepted') skipGap(chain, sent);
    const workingSet = workingSetOf(state);
    const known =
      bug === 'duplicateNotKnown'
        ? new Map<string, KnownCommand>()
        : new Map<string, KnownCommand>(state.commands);
    const acceptedAt = time;
    const { decided: really, expectedSequence } = decideCommands(sent, {
      station: { id: stationId, siteId: 'site-1' },
      chain,
      steppedOver: [],
      known,
      workingSet,
      proved: new Set(sent),
      acceptedAt,
    });
    const decided = bug === 'quarantineBlocks' ? really.map(unnumbered) : really;
    if (decided.some((one) => one.admitted && noteOf(one) === 'unstorable')) return 'unstorable';
    const end = bug === 'quarantineBlocks' ? endOf(before, decided) : chain;
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
          state.commands.set(one.sent.id, {
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
        for (const entry of numbered) put(state, entry);
      },
    };
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
    push(stationId, commands, fate, answer) {
      const sent = commands.map(readSealed);
      const results: PushResponse['results'] = [];
      const reply = (expectedSequence: number | null) =>
        answer({ results, expectedSequence, epoch: epoch(), time });
      const parts = inParts(sent);
      for (const [index, part] of parts.entries()) {
        const isLast = index === parts.length - 1;
        const transactions = transactionsFor(stationId, part);
        for (const transaction of transactions) {
          const made = transaction();
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
      const all = [...state.feed.values()].filter(
        bug === 'naiveCursor'
          ? (entry) => entry.sequence > after.sequence
          : (entry) => isAfter(entry, after) && Number(entry.xid) < horizon,
      );
      const sorted =
        bug === 'naiveCursor' ? all.sort((a, b) => a.sequence - b.sequence) : inOrder(all);
      const page = sorted.slice(0, pageSize);
      return {
        changes: page.map(changeOf),
        cursor: writeCursor(epoch(), page.at(-1) ?? after),
        more: sorted.length > pageSize,
        epoch: epoch(),
        minimumContractVersion: 1,
        time,
      };
    },
  };

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

function isAfter(entry: FeedPosition, after: FeedPosition): boolean {
  const [x, y] = [Number(entry.xid), Number(after.xid)];
  return x === y ? entry.sequence > after.sequence : x > y;
}

function inOrder(entries: FeedEntry[]): FeedEntry[] {
  return entries.sort((a, b) => (isAfter(a, b) ? 1 : -1));
}

function put(state: CentralState, entry: FeedEntry): void {
  state.feed.set(`${entry.collection}:${entry.id}`, entry);
}
