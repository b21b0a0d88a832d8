import type { Fact } from '../../shared/facts/fact.ts';
import type { FactId } from '../../shared/ids.ts';
import type { AcceptedFact } from '../../shared/sync/change.ts';
import type { Command } from '../../shared/sync/command.ts';
import type { FactRow, OutboxRow } from './rows.ts';

/** A sealed command as it is stored: its fact with the envelope beside it. */
export function ownFactRow(command: Command): FactRow {
  const { fact, ...envelope } = command;
  return {
    ...keysOf(fact),
    acceptance: 'here',
    acceptedAt: null,
    sequence: command.sequence,
    envelope,
  };
}

/** A fact central accepted; `before` is what this station already had of it. */
export function acceptedFactRow(
  { fact, acceptedAt }: AcceptedFact,
  before: FactRow | undefined,
): FactRow {
  return {
    ...keysOf(fact),
    acceptance: 'accepted',
    acceptedAt,
    sequence: before?.sequence ?? 0,
    envelope: before?.envelope ?? null,
  };
}

/** The command a stored fact travels as; null for facts of other stations. */
export function commandOf(row: FactRow): Command | null {
  return row.envelope ? { ...row.envelope, fact: row.fact } : null;
}

export function outboxRow(command: Command): OutboxRow {
  return {
    sequence: command.sequence,
    id: command.fact.id,
    lane:
      command.fact.kind === 'verdictDecided' || command.fact.kind === 'inspectionFinished'
        ? 'decision'
        : 'record',
    bytes: new TextEncoder().encode(JSON.stringify(command)).length,
    savedAt: command.fact.at.utc,
  };
}

function keysOf(
  fact: Fact,
): Pick<FactRow, 'id' | 'caseId' | 'kind' | 'arrivalId' | 'corrects' | 'fact'> {
  return {
    id: fact.id,
    caseId: fact.caseId ?? '',
    kind: fact.kind,
    arrivalId: arrivalOf(fact),
    corrects: correctedBy(fact) ?? '',
    fact,
  };
}

function correctedBy(fact: Fact): FactId | null {
  return fact.kind === 'correction' ? fact.corrects : null;
}

function arrivalOf(fact: Fact): string | null {
  if (fact.kind === 'photoTaken')
    return fact.subject.kind === 'arrival' ? fact.subject.arrivalId : null;
  return 'arrivalId' in fact ? (fact.arrivalId ?? null) : null;
}
