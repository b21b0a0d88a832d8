/** What the model of central reads of what it keeps, as the queries of the real one do. */
import { addToIndex, emptyIndex } from '../../central/cases/factsOfCase.ts';
import { unproved, type WorkingSet } from '../../central/cases/workingSet.ts';
import type { KnownCommand } from '../../central/commands/batch.ts';
import { bringsOf } from '../../central/commands/decideCommands.ts';
import type { SentCommand } from '../../central/commands/readCommand.ts';
import type { Grant, Refund } from '../../shared/facts/documents.ts';
import { type CentralState, type CommandRow, verdictIdsIn } from './centralState.ts';
import { isSigned } from './cheapSeal.ts';
import { hostileStation, officeCases, people, referenceData } from './papers.ts';
import type { Bug } from './seededBugs.ts';

/** What a station sent before, or what another one's counts for; its own stays in the map. */
export function knownTo(
  state: CentralState,
  stationId: string,
  bug: Bug | null,
): Map<string, KnownCommand> {
  const known = new Map<string, KnownCommand>();
  if (bug === 'duplicateNotKnown') return known;
  for (const row of state.commands.values()) {
    const counts = row.status === 'applied' || row.status === 'deferred';
    if (row.keptFor === stationId) known.set(row.id, row);
    else if ((counts || bug === 'idsUsedUp') && !known.has(row.id)) known.set(row.id, row);
  }
  return known;
}

export function workingSetFor(
  state: CentralState,
  stationId: string,
  sent: readonly SentCommand[],
  bug: Bug | null,
): WorkingSet {
  const index = emptyIndex();
  for (const { fact, acceptedAt } of state.facts.values()) addToIndex(index, fact, acceptedAt);
  const refunds = new Map<string, Refund[]>();
  for (const refund of state.refunds.values())
    refunds.set(refund.caseId, [...(refunds.get(refund.caseId) ?? []), refund]);
  const grants = new Map<string, Grant[]>();
  for (const grant of state.grants.values())
    grants.set(grant.caseId, [...(grants.get(grant.caseId) ?? []), grant]);
  const rejected = new Set<string>();
  for (const row of state.commands.values())
    if (saysSo(row, stationId)) for (const id of row.brings) rejected.add(id);
  if (bug === 'fallsWithForged')
    for (const one of sent) if (!isSigned(one)) for (const id of bringsOf(one)) rejected.add(id);
  return {
    people: new Map(people),
    cases: new Map([...officeCases, ...state.cases]),
    facts: index,
    refunds,
    grants,
    granted: [...state.grants.values()].flatMap((grant) =>
      grant.added.map((line) => ({ ...line, caseId: grant.caseId, currency: grant.currency })),
    ),
    takenIds: verdictIdsIn(state),
    duties: new Map(state.hands),
    rejected,
    referenceData,
  };
}

/** What it would have brought does not come: nobody here reads later what was put aside. */
function saysSo({ status, result, keptFor }: CommandRow, stationId: string): boolean {
  if (status === 'quarantined') return keptFor !== hostileStation;
  if (status !== 'refused') return false;
  const isProved =
    result.kind === 'refused' && !unproved.some((code) => code === result.refusal.code);
  return isProved || keptFor === stationId;
}

/** Rows one station may have put aside: more than any honest one of these days records. */
export const mostPutAside = 24;

export function rowsPutAside(state: CentralState, by: string | null): number {
  let rows = 0;
  for (const { status, keptFor } of state.commands.values())
    if (status === 'quarantined' && (by === null || keptFor === by)) rows += 1;
  return rows;
}
