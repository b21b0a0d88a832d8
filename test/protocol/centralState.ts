/** What the model of central keeps, as its database would. */
import type { WorkingSet } from '../../central/cases/workingSet.ts';
import type { KnownCommand } from '../../central/commands/batch.ts';
import type { FeedPosition } from '../../central/feed/cursor.ts';
import type { Grant, Refund, ReturnCase } from '../../shared/facts/documents.ts';
import type { AcceptedFact } from '../../shared/sync/change.ts';

export type FeedEntry = FeedPosition & {
  readonly collection: 'facts' | 'refunds' | 'cases';
  readonly id: string;
};
export type Chain = { readonly lastSequence: number; readonly lastHash: string | null };

export type CentralState = {
  readonly chains: Map<string, Chain>;
  readonly commands: Map<string, KnownCommand & { readonly brings: readonly string[] }>;
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
