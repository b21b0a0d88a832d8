import { precedentsOf } from '../../shared/cases/reading/precedentsOf.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import { loadWorkingSet } from '../cases/caseRows.ts';
import { dependenciesOf } from '../cases/dependencies.ts';
import { sqlState } from '../database/ask.ts';
import { lockEntities, serialsLock } from '../database/lockRows.ts';
import type { CentralDatabase } from '../database/openDatabase.ts';
import type { Rows } from '../database/rows.ts';
import type { DocumentToPut } from '../documents/document.ts';
import { putDocuments } from '../documents/documentRows.ts';
import { type EarlierPerson, earlierPeopleOf } from '../documents/earlierPeopleRows.ts';
import type { Log } from '../log.ts';
import { goodKeysOf } from '../people/goodKeyRows.ts';
import { type RetiredKey, retiredKeysOf } from '../people/keyPeriodRows.ts';
import { type AtTwoStations, noteActivity } from '../people/twoStationsRows.ts';
import { addUsage } from '../people/usageRows.ts';
import type { Decided } from './batch.ts';
import { knownCommands, lockStation, storeDecided } from './commandRows.ts';
import { decideCommands } from './decideCommands.ts';
import { gapsSteppedOver, noteGap } from './gapRows.ts';
import { lostWithGaps } from './lostWithGapRows.ts';
import { readCommand, type SentCommand } from './readCommand.ts';
import type { RefusedRecord } from './refusedRecord.ts';
import { recordsToAccept } from './refusedRows.ts';
import { together } from './together.ts';
import { verifyRetired, verifySignatures } from './verifySignatures.ts';

export type Applied = {
  readonly results: readonly CommandResult[];
  readonly expectedSequence: number | null;
  readonly refundsDue: boolean;
  /** Whom it shows active at two stations at a time. Nothing is refused for it. */
  readonly atTwo: readonly AtTwoStations[];
};

type Deps = {
  readonly database: CentralDatabase;
  readonly now: () => Date;
  readonly log: Log;
  /** Throws where no more may be put aside. Asked within the transaction that would. */
  readonly beforePutAside?: (rows: Rows) => Promise<void>;
};
type Part = Omit<Applied, 'results'> & { readonly decided: readonly Decided[] };

/**
 * Applies what a station pushed, in its order, each command once. Commands share transactions for
 * speed; if one cannot be stored, each gets its own, and the one that cannot is put aside.
 * A colleague's journal may be handed in by another station of the same site.
 */
export async function applyCommands(
  deps: Deps,
  caller: { readonly siteId: string; readonly stationId: string },
  raw: readonly unknown[],
): Promise<Applied> {
  const sent = raw.map(readCommand);
  const stationId = sent.find((one) => one.stationId !== null)?.stationId ?? caller.stationId;
  const persons = sent.flatMap((one) => one.command?.fact.personId ?? []);
  const keys = await goodKeysOf(deps.database.rows, persons, deps.now());
  const proved = await verifySignatures(sent, keys);
  const unproved = sent.filter((one) => one.command !== null && !proved.has(one));
  const byThem = [...new Set(unproved.flatMap((one) => one.command?.fact.personId ?? []))];
  const periods = await retiredKeysOf(deps.database.rows, byThem);
  const retired = await verifyRetired(unproved, periods);
  const refused = await recordsToAccept(deps.database.rows, caller.siteId, sent, deps.now());
  const earlier = await earlierPeopleOf(deps.database.rows, [...new Set(persons)]);
  const push: Push = { ...deps, stationId, caller, proved, retired, earlier, refused };

  const results: CommandResult[] = [];
  const atTwo: AtTwoStations[] = [];
  let refundsDue = false;
  for (const some of await together(deps.database.rows, sent)) {
    const part = await applyTogether(push, some);
    results.push(...part.decided.map((d) => d.result));
    atTwo.push(...part.atTwo);
    refundsDue ||= part.refundsDue;
    if (part.expectedSequence !== null)
      return { results, expectedSequence: part.expectedSequence, refundsDue, atTwo };
  }
  return { results, expectedSequence: null, refundsDue, atTwo };
}

type Push = Deps & {
  readonly stationId: string;
  readonly caller: { readonly siteId: string; readonly stationId: string };
  readonly proved: ReadonlySet<SentCommand>;
  readonly retired: ReadonlyMap<SentCommand, RetiredKey>;
  readonly earlier: ReadonlyMap<string, readonly EarlierPerson[]>;
  readonly refused: ReadonlyMap<string, RefusedRecord>;
};

async function applyTogether(push: Push, sent: readonly SentCommand[]): Promise<Part> {
  try {
    return await oneTransaction(push, sent, null);
  } catch (error) {
    if (!isPoisoned(error)) throw error;
    return applyOneByOne(push, sent);
  }
}

async function applyOneByOne(push: Push, sent: readonly SentCommand[]): Promise<Part> {
  const decided: Decided[] = [];
  const atTwo: AtTwoStations[] = [];
  let refundsDue = false;
  for (const one of sent) {
    const part = await applyAlone(push, one);
    decided.push(...part.decided);
    atTwo.push(...part.atTwo);
    refundsDue ||= part.refundsDue;
    if (part.expectedSequence !== null)
      return { decided, refundsDue, atTwo, expectedSequence: part.expectedSequence };
  }
  return { decided, refundsDue, atTwo, expectedSequence: null };
}

async function applyAlone(push: Push, one: SentCommand): Promise<Part> {
  try {
    return await oneTransaction(push, [one], null);
  } catch (error) {
    if (!isPoisoned(error)) throw error;
    push.log.error({ command: one.id, err: error }, 'command put aside: it cannot be stored');
    return oneTransaction(push, [one], 'central cannot store it');
  }
}

/** With `trouble`, the commands are put aside for that reason instead of being applied. */
async function oneTransaction(
  push: Push,
  given: readonly SentCommand[],
  trouble: string | null,
): Promise<Part> {
  const sent = trouble === null ? given : given.map((one) => ({ ...one, command: null, trouble }));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await push.database.write((rows) => applyIn(rows, push, sent));
    } catch (error) {
      if (sqlState(error)?.startsWith('40') !== true || attempt === 3) throw error;
    }
  }
}

async function applyIn(rows: Rows, push: Push, sent: readonly SentCommand[]): Promise<Part> {
  const now = push.now();
  const station = await lockStation(rows, push.stationId);
  if (station?.siteId !== push.caller.siteId) return { ...refuseAll(sent), expectedSequence: null };
  const again = sent.flatMap(({ command }) => recordBehind(push, command));
  await lockEntities(rows, thingsOf([...sent, ...again]));
  const ids = [...sent, ...again].map((one) => one.id);
  const known = await knownCommands(rows, push.stationId, [...new Set(ids)]);
  const open = [...sent, ...again].flatMap((one) => {
    const { id, command } = one;
    const status = known.get(id)?.status;
    const isOpen = status !== 'applied' && (status !== 'refused' || again.includes(one));
    return command && isOpen ? [command.fact] : [];
  });
  const workingSet = await loadWorkingSet(rows, open);
  const gaps = await gapsSteppedOver(rows, push.stationId);
  for (const id of await lostWithGaps(rows, push.stationId, { gaps, sent, open, workingSet, now }))
    workingSet.rejected.add(id);
  const { decided, expectedSequence } = decide(sent, {
    station: {
      id: push.stationId,
      siteId: push.caller.siteId,
      revokedAt: station.revokedAt,
    },
    handedInBy: push.caller.stationId === push.stationId ? null : push.caller.stationId,
    chain: station.chain,
    steppedOver: gaps,
    known,
    workingSet,
    proved: push.proved,
    retired: push.retired,
    earlier: push.earlier,
    refused: push.refused,
    acceptedAt: now.toISOString(),
  });
  const behind = sent[decided.length]?.sequence ?? null;
  if (expectedSequence !== null && behind !== null)
    await noteGap(rows, push.stationId, { sequence: expectedSequence, behind }, now);
  // Read or not: also what another station is said to have recorded, and did not sign.
  if (decided.some(({ result, keep }) => keep && result.kind === 'quarantined'))
    await push.beforePutAside?.(rows);
  await storeDecided(rows, push.stationId, station.chain, decided, workingSet, now);
  await addUsage(rows, push.caller.stationId, { commandBytes: bytesKept(decided) }, now);
  await putDocuments(rows, decided.flatMap(answeredIn));
  const recorded = decided.flatMap(({ admitted }) => (admitted ? [admitted.fact] : []));
  const atTwo = await noteActivity(rows, recorded, now);
  return {
    decided,
    atTwo,
    expectedSequence,
    refundsDue: decided.some((d) => d.admitted !== null && d.admitted.refund !== null),
  };
}

function bytesKept(decided: readonly Decided[]): number {
  return decided.reduce(
    (bytes, { sent, keep, result }) =>
      keep && result.kind !== 'duplicate' ? bytes + Buffer.byteLength(sent.envelope ?? '') : bytes,
    0,
  );
}

/** The refused record a command would accept all the same, if it is one of those. */
function recordBehind(push: Push, command: SentCommand['command']): readonly SentCommand[] {
  const fact = command?.fact;
  const record = fact?.kind === 'acceptedAnyway' ? push.refused.get(fact.accepts) : undefined;
  return record ? [record.sent] : [];
}

/** A supervisor's answers, when they count, are what the next one is offered. */
function answeredIn({ sent, admitted }: Decided): readonly DocumentToPut[] {
  return admitted === null || sent.command === null
    ? []
    : precedentsOf(sent.command.fact).map((body) => ({
        collection: 'precedents',
        body,
        siteIds: [sent.command?.fact.siteId ?? ''],
      }));
}

function decide(...given: Parameters<typeof decideCommands>): ReturnType<typeof decideCommands> {
  try {
    return decideCommands(...given);
  } catch (cause) {
    throw new Undecidable('A command cannot be decided about', { cause });
  }
}

class Undecidable extends Error {}

/** The data is to blame, not the moment: sending it again would fail again. */
function isPoisoned(error: unknown): boolean {
  return error instanceof Undecidable || /^(22|23|54)/.test(sqlState(error) ?? '');
}

function refuseAll(sent: readonly SentCommand[]): Omit<Part, 'expectedSequence'> {
  const decided = sent.map(
    (one): Decided => ({
      sent: one,
      result: { kind: 'refused', id: one.id, refusal: { code: 'otherSite' } },
      keep: false,
      numbered: false,
      admitted: null,
    }),
  );
  return { decided, refundsDue: false, atTwo: [] };
}

function thingsOf(sent: readonly SentCommand[]): readonly string[] {
  const ids = sent.flatMap(({ command }) => {
    if (!command) return [];
    const { fact } = command;
    const named = dependenciesOf(fact).filter(({ kind }) => kind === 'case' || kind === 'arrival');
    return [
      ...named.map(({ id }) => id),
      ...(fact.caseId === null ? [] : [fact.caseId]),
      ...(fact.kind === 'arrival' ? [fact.arrivalId] : []),
    ];
  });
  // Two who each count the same serial and decide in one go would not see each other.
  const facts = sent.flatMap(({ command }) => (command ? [command.fact] : []));
  const isAlone =
    facts.some((fact) => fact.kind === 'verdictDecided') &&
    facts.some((fact) => fact.kind === 'unitsCounted' && fact.serials.length > 0);
  return [...new Set(isAlone ? [...ids, serialsLock] : ids)];
}
