/** What the model of central keeps, as its database would. */
import type { WorkingSet } from '../../central/cases/workingSet.ts';
import type { KnownCommand, SkippedGap } from '../../central/commands/batch.ts';
import type { FeedPosition } from '../../central/feed/cursor.ts';
import type { Grant, Refund, ReturnCase } from '../../shared/facts/documents.ts';
import type { AcceptedFact } from '../../shared/sync/change.ts';

export type FeedEntry = FeedPosition & {
  readonly collection: 'facts' | 'refunds' | 'cases';
  readonly id: string;
};
export type Chain = { readonly lastSequence: number; readonly lastHash: string | null };

export type CommandRow = KnownCommand & {
  readonly id: string;
  /** Whose row it is: of the station that recorded it, or of whoever brought it unproved. */
  readonly keptFor: string;
  readonly brings: readonly string[];
};
/** Numbers that are missing before one that was offered. */
export type Gap = { readonly sequence: number; readonly behind: number };

export const rowKey = (stationId: string, id: string) => `${stationId} ${id}`;

export type CentralState = {
  readonly chains: Map<string, Chain>;
  /** By `rowKey`. */
  readonly commands: Map<string, CommandRow>;
  readonly gaps: Map<string, Gap>;
  readonly steppedOver: Map<string, readonly SkippedGap[]>;
  readonly facts: Map<string, AcceptedFact>;
  readonly refunds: Map<string, Refund>;
  readonly grants: Map<string, Grant>;
  /** Verdicts whose approval set money free. */
  readonly due: Set<string>;
  readonly cases: Map<string, ReturnCase>;
  readonly hands: WorkingSet['duties'];
  readonly feed: Map<string, FeedEntry>;
};

export function emptyState(): CentralState {
  return {
    chains: new Map(),
    commands: new Map(),
    gaps: new Map(),
    steppedOver: new Map(),
    facts: new Map(),
    refunds: new Map(),
    grants: new Map(),
    due: new Set(),
    cases: new Map(),
    hands: new Map(),
    feed: new Map(),
  };
}

export function copyOf(state: CentralState): CentralState {
  return {
    chains: new Map(state.chains),
    commands: new Map(state.commands),
    gaps: new Map(state.gaps),
    steppedOver: new Map(state.steppedOver),
    facts: new Map(state.facts),
    refunds: new Map(state.refunds),
    grants: new Map(state.grants),
    due: new Set(state.due),
    cases: new Map(state.cases),
    hands: new Map(state.hands),
    feed: new Map(state.feed),
  };
}

export function verdictIdsIn(state: CentralState): Set<string> {
  const facts = [...state.facts.values()].map(({ fact }) => fact);
  return new Set(facts.flatMap((f) => (f.kind === 'inspectionFinished' ? [f.verdictId] : [])));
}
