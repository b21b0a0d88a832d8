/**
 * A station in memory: a journal and a database that survive crashes, a round of synchronisation
 * that does not. Every decision is the real one; the transactions between the breaths are those of
 * renderer/sync and renderer/actions, step by step.
 */
import { ackRangesAfter, ackRangesWithout } from '../../renderer/protocol/ackRanges.ts';
import {
  afterResult,
  isAnsweredByFeed,
  isForGood,
  isNoLongerRefused,
  reasonIn,
} from '../../renderer/protocol/answering.ts';
import {
  gapToFill,
  heardEpoch,
  offered,
  offeredAfterRestore,
} from '../../renderer/protocol/offering.ts';
import { hasForgotten, standingOfLine } from '../../renderer/protocol/reconciling.ts';
import {
  afterAnswer,
  mayGo,
  nextBatch,
  roundEnds,
  sendingBegins,
} from '../../renderer/protocol/sending.ts';
import { withAck } from '../../renderer/storage/ackRanges.ts';
import { acceptedFactRow, commandOf, ownFactRow } from '../../renderer/storage/factRows.ts';
import type { FactRow, OutboxRow } from '../../renderer/storage/rows.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { CommandResult, PushResponse } from '../../shared/sync/centralApi.ts';
import type { Command } from '../../shared/sync/command.ts';
import type { PullResponse } from '../../shared/sync/pullApi.ts';
import { sealAfter } from './cheapSeal.ts';
import { copyOf, type Database, emptyDatabase } from './modelDatabase.ts';
import type { Bug } from './seededBugs.ts';

export type Request =
  | { readonly kind: 'push'; readonly commands: readonly Command[] }
  | { readonly kind: 'pull'; readonly cursor: string | null };
export type Response =
  | { readonly kind: 'push'; readonly body: PushResponse }
  | { readonly kind: 'pull'; readonly body: PullResponse };
/** A breath: here the process may be ended, and others move. */
type Breath = { readonly ask: Request | null };
type Round = Generator<Breath, void, Response | null>;
const breath: Breath = { ask: null };

export type ModelStation = {
  readonly name: string;
  readonly journal: readonly Command[];
  readonly database: () => Database;
  /** Journals and stores; with `journalOnly` the database has to wait. */
  readonly record: (facts: readonly Fact[], journalOnly: boolean) => void;
  /** One breath further; returns what it asks of central, if anything. */
  readonly step: (heard?: Response | null) => Request | null;
  readonly isAsking: () => boolean;
  readonly isBetweenRounds: () => boolean;
  readonly isAtRest: () => boolean;
  readonly crash: (database: 'kept' | 'rolledBack' | 'wiped') => void;
};

const most = { commands: 6, bytes: 1_000_000 };

export function modelStation(given: {
  readonly name: string;
  readonly bug: Bug | null;
  /** Whether the schedule will ever need the database as it was before. */
  readonly canRollBack: boolean;
}): ModelStation {
  const { name, bug } = given;
  const journal: Command[] = [];
  const settled = new Set<string>();
  let database: Database = { ...emptyDatabase(), isFresh: false };
  let earlier = copyOf(database);
  let pendingWrites: Command[] = [];
  let round: Round | null = null;
  let asking = false;
  let rested = false;

  function store(commands: readonly Command[]): void {
    for (const command of commands) {
      database.facts.set(command.fact.id, ownFactRow(command));
      database.outbox.set(command.sequence, placeOf(command));
      forgetAnswer(command.sequence);
      database.lastSequence = Math.max(database.lastSequence, command.sequence);
    }
  }

  function forgetAnswer(sequence: number): void {
    if (bug === 'answersNotForgotten') return;
    database.runs = ackRangesWithout(database.runs, [sequence]);
  }

  function storeWhatWaits(): void {
    store(pendingWrites);
    pendingWrites = [];
  }

  function strikeOff(ids: readonly string[]): void {
    for (const id of ids) settled.add(id);
  }

  function start(): void {
    const { isFresh, lastSequence: stored } = database;
    database.isFresh = false;
    if (isFresh && bug === 'journalNotRead') return;
    const lines = journal.filter((line) => !settled.has(line.fact.id) || line.sequence > stored);
    const standings = lines.map((line) => {
      const row = database.facts.get(line.fact.id);
      const isWaiting = database.outbox.has(line.sequence);
      return standingOfLine({ row: row && withAck(row, database.runs), isWaiting });
    });
    strikeOff(lines.flatMap((line, i) => (standings[i] === 'answered' ? [line.fact.id] : [])));
    const lost = lines.filter((_, i) => standings[i] === 'lost');
    const answered = lost.filter((line) => settled.has(line.fact.id)).length;
    store(lost);
    const journalled = journal.length;
    const broughtBack = lost.length;
    if (!hasForgotten({ isFresh, journalled, stored, broughtBack, answered })) return;
    startOver();
    database.lastSequence = journalled;
  }

  function startOver(): void {
    database.cursor = null;
    database.resyncing = true;
  }

  function* syncRound(): Round {
    const sent = yield* sendOutbox();
    if (sent === 'lost') return;
    const pulled = yield* pullChanges();
    rested = sent === 'empty' && pulled;
  }

  function* sendOutbox(): Generator<Breath, 'empty' | 'waiting' | 'lost', Response | null> {
    let sending = sendingBegins;
    for (;;) {
      const waiting = inSequence(database.outbox.values()).filter((row) => mayGo(sending, row));
      const batch = nextBatch(waiting.slice(0, most.commands), most);
      const rows = batch.flatMap((row) => database.facts.get(row.id) ?? []);
      const commands = rows.flatMap(commandIn);
      if (commands.length === 0) return roundEnds(sending);
      if (bug === 'outboxClearedOnSend')
        for (const { sequence } of commands) database.outbox.delete(sequence);
      const response = yield { ask: { kind: 'push', commands } };
      if (response?.kind !== 'push') return 'lost';
      const heard = response.body.epoch;
      if (database.epoch !== heard) {
        adoptEpoch(heard);
        yield breath;
      }
      yield* settle(rows, answersTo(commands, response.body.results));
      const after = afterAnswer(sending, response.body);
      sending = after.sending;
      if (after.next.kind === 'wait') return 'waiting';
      if (after.next.kind === 'goOn') continue;
      const isThere = offerAgainFrom(after.next.from);
      yield breath;
      if (!isThere && after.next.orWait) return 'waiting';
    }
  }

  function answersTo(
    commands: readonly Command[],
    results: readonly CommandResult[],
  ): readonly CommandResult[] {
    if (bug !== 'answersByPosition') return results;
    return results.flatMap((result, i) => {
      const command = commands[i];
      return command ? [{ ...result, id: command.fact.id }] : [];
    });
  }

  function* settle(sent: readonly FactRow[], results: readonly CommandResult[]): Round {
    if (results.length === 0) return;
    const gone: string[] = [];
    const plain: number[] = [];
    const told: number[] = [];
    const sentBy = new Map<string, FactRow>(sent.map((row) => [row.id, row]));
    for (const result of results) {
      const row = sentBy.get(result.id);
      const stored = database.facts.get(result.id);
      if (!row || !stored) continue;
      const isYes = result.kind === 'applied' || result.kind === 'duplicate';
      if (row.acceptance === 'here' && (isYes || bug === 'everyAnswerPlain'))
        plain.push(row.sequence);
      else {
        told.push(row.sequence);
        database.facts.set(row.id, afterResult(stored, result));
      }
      const why = reasonIn(result);
      if (why && !database.refused.has(row.id)) database.refused.set(row.id, why);
      if (isNoLongerRefused(row, result)) database.refused.delete(row.id);
      if (isForGood(result) || bug === 'settledByWatermark') {
        database.outbox.delete(row.sequence);
        gone.push(row.id);
      }
    }
    if (plain.length > 0) {
      database.runs = ackRangesAfter(database.runs, { plain, told, at: yesTime(results) });
    }
    yield breath;
    strikeOff(gone);
    yield breath;
  }

  function adoptEpoch(epoch: string): void {
    const heard = heardEpoch(database.epoch, epoch);
    if (heard === 'same') return;
    database.epoch = epoch;
    if (heard === 'first' || bug === 'epochIgnored') return;
    const own = ownInOrder().map((row) => withAck(row, database.runs));
    offerAgain(offeredAfterRestore(own));
    startOver();
  }

  function ownInOrder(): readonly FactRow[] {
    return inSequence([...database.facts.values()].filter((row) => row.sequence > 0));
  }

  function offerAgainFrom(sequence: number): boolean {
    const next = inSequence(database.outbox.values()).find((row) => row.sequence > sequence);
    const isThere = database.outbox.has(sequence);
    const gap = gapToFill(sequence, { isThere, next: next?.sequence });
    if (gap === null) return true;
    const rows = ownInOrder().filter((r) => r.sequence >= gap.from && r.sequence < gap.below);
    offerAgain(rows);
    return rows[0]?.sequence === sequence;
  }

  function offerAgain(rows: readonly FactRow[]): void {
    for (const row of rows) {
      const command = commandOf(row);
      if (!command) continue;
      database.outbox.set(row.sequence, placeOf(command));
      forgetAnswer(row.sequence);
      database.facts.set(row.id, offered(row));
    }
  }

  function* pullChanges(): Generator<Breath, boolean, Response | null> {
    const { resyncing } = database;
    const named = new Set<string>();
    let cursor = resyncing && bug !== 'catchUpNotBegunAgain' ? null : database.cursor;
    for (;;) {
      const response = yield { ask: { kind: 'pull', cursor } };
      if (response?.kind !== 'pull') return false;
      const page = response.body;
      if (database.epoch !== page.epoch) {
        const isFirst = database.epoch === undefined;
        adoptEpoch(page.epoch);
        yield breath;
        if (!isFirst && bug !== 'epochIgnored') return yield* pullChanges();
      }
      if (bug === 'cursorBeforeData') {
        database.cursor = page.cursor;
        yield breath;
      }
      const own = applyChanges(page);
      yield breath;
      strikeOff(own);
      if (resyncing)
        for (const { collection, id } of page.changes) named.add(`${collection}:${id}`);
      cursor = page.cursor;
      yield breath;
      if (!page.more) break;
    }
    if (resyncing) dropUnnamed(named);
    return true;
  }

  function applyChanges({ changes, cursor }: PullResponse): readonly string[] {
    const answered: string[] = [];
    for (const { collection, id, body } of changes) {
      if (collection === 'refunds') keepOrDrop(database.refunds, id, body);
      if (collection === 'cases') keepOrDrop(database.cases, id, body);
      if (collection !== 'facts' || body === null) continue;
      const before = database.facts.get(id);
      database.facts.set(id, acceptedFactRow(body, before));
      if (!before || !isAnsweredByFeed(withAck(before, database.runs))) continue;
      database.outbox.delete(before.sequence);
      database.refused.delete(id);
      answered.push(id);
    }
    database.cursor = cursor;
    return answered;
  }

  function dropUnnamed(named: ReadonlySet<string>): void {
    for (const id of database.refunds.keys())
      if (!named.has(`refunds:${id}`)) database.refunds.delete(id);
    for (const id of database.cases.keys())
      if (!named.has(`cases:${id}`)) database.cases.delete(id);
    for (const [id, row] of database.facts)
      if ((row.sequence === 0 || bug === 'ownDroppedWithUnnamed') && !named.has(`facts:${id}`))
        database.facts.delete(id);
    database.resyncing = false;
  }

  return {
    name,
    journal,
    database: () => database,
    record(facts, journalOnly) {
      storeWhatWaits();
      rested = false;
      for (const fact of facts) {
        const command = sealAfter(journal.at(-1), fact);
        journal.push(command);
        pendingWrites.push(command);
      }
      if (!journalOnly) storeWhatWaits();
    },
    step(heard) {
      storeWhatWaits();
      if (round === null) {
        if (given.canRollBack) earlier = copyOf(database);
        round = syncRound();
      }
      const next = round.next(heard ?? null);
      if (next.done) {
        round = null;
        asking = false;
        return null;
      }
      asking = next.value.ask !== null;
      return next.value.ask;
    },
    isAsking: () => asking,
    isBetweenRounds: () => round === null,
    isAtRest: () => rested && round === null && database.outbox.size === 0,
    crash(change) {
      round = null;
      asking = false;
      rested = false;
      pendingWrites = [];
      if (change === 'wiped') database = emptyDatabase();
      if (change === 'rolledBack') database = copyOf(earlier);
      start();
    },
  };
}

/** As `outboxRow`, but for its size in bytes, which takes longer than all the rest. */
function placeOf({ sequence, fact }: Command): OutboxRow {
  return { sequence, id: fact.id, lane: 'record', bytes: 1, savedAt: fact.at.utc };
}

function commandIn(row: FactRow): readonly Command[] {
  const command = commandOf(row);
  return command ? [command] : [];
}

function yesTime(results: readonly CommandResult[]): string {
  const times = results.flatMap((result) => ('acceptedAt' in result ? [result.acceptedAt] : []));
  return times.sort().at(-1) ?? '';
}

function inSequence<Row extends { readonly sequence: number }>(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => a.sequence - b.sequence);
}

function keepOrDrop<T>(map: Map<string, T>, id: string, body: T | null): void {
  if (body === null) map.delete(id);
  else map.set(id, body);
}
