/** What a station of the simulation keeps in its database. */
import type { AckRange, FactRow, OutboxRow, RefusedRow } from '../../renderer/storage/rows.ts';
import type { Refund, ReturnCase } from '../../shared/facts/documents.ts';

export type Database = {
  readonly facts: Map<string, FactRow>;
  readonly outbox: Map<number, OutboxRow>;
  readonly refused: Map<string, RefusedRow['why']>;
  readonly refunds: Map<string, Refund>;
  readonly cases: Map<string, ReturnCase>;
  runs: readonly AckRange[];
  isFresh: boolean;
  lastSequence: number;
  cursor: string | null;
  epoch: string | undefined;
  resyncing: boolean;
};

export function emptyDatabase(): Database {
  return {
    facts: new Map(),
    outbox: new Map(),
    refused: new Map(),
    refunds: new Map(),
    cases: new Map(),
    runs: [],
    isFresh: true,
    lastSequence: 0,
    cursor: null,
    epoch: undefined,
    resyncing: false,
  };
}

export function copyOf(database: Database): Database {
  return {
    ...database,
    facts: new Map(database.facts),
    outbox: new Map(database.outbox),
    refused: new Map(database.refused),
    refunds: new Map(database.refunds),
    cases: new Map(database.cases),
  };
}
