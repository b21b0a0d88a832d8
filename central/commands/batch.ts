import type { Grant, Refund } from '../../shared/facts/documents.ts';
import type { Fact } from '../../shared/facts/fact.ts';
import type { CommandResult } from '../../shared/sync/centralApi.ts';
import type { Duty, WorkingSet } from '../cases/workingSet.ts';
import type { EarlierPerson } from '../documents/earlierPeopleRows.ts';
import type { RetiredKey } from '../people/keyPeriodRows.ts';
import type { SentCommand } from './readCommand.ts';
import type { RefusedRecord } from './refusedRecord.ts';

/** What central keeps about a command it has seen. */
export type KnownCommand = {
  readonly contentHash: string;
  readonly status: 'applied' | 'refused' | 'deferred' | 'quarantined';
  readonly result: CommandResult;
};

/** A station's chain; `lastHash` null: the next command anchors it anew. */
export type Chain = {
  lastSequence: number;
  lastHash: string | null;
  /** The latest moment anything in it says it was recorded at, as far as it was signed and believed. */
  recordedThrough?: Date | null;
};

/** Numbers of a station's chain that somebody decided not to wait for any more. */
export type SkippedGap = {
  readonly from: number;
  readonly through: number;
  readonly by: string;
  readonly at: string;
};

export type Batch = {
  readonly station: {
    readonly id: string;
    readonly siteId: string;
    /** Its work is handed in by another one, as far as it was recorded before. */
    readonly revokedAt?: string | null;
  };
  /** Another station of the site brings this one's journal: nothing but proved work takes a number. */
  readonly handedInBy?: string | null;
  readonly chain: Chain;
  readonly steppedOver: readonly SkippedGap[];
  readonly known: Map<string, KnownCommand>;
  readonly workingSet: WorkingSet;
  readonly proved: ReadonlySet<SentCommand>;
  /** Those signed with a key that is its person's no more. */
  readonly retired?: ReadonlyMap<SentCommand, RetiredKey>;
  /** By person, as they were before they were changed. */
  readonly earlier?: ReadonlyMap<string, readonly EarlierPerson[]>;
  /** Refused before, and named by what accepts them all the same. */
  readonly refused?: ReadonlyMap<string, RefusedRecord>;
  readonly acceptedAt: string;
};

/** A fact that counts from now on, with all that follows from it. */
export type Admitted = {
  readonly fact: Fact;
  readonly duty: Duty | null;
  readonly arrivalId: string | null;
  readonly opensCase: boolean;
  readonly refund: Refund | null;
  readonly grant: Grant | null;
};

export type Decided = {
  readonly sent: SentCommand;
  readonly result: CommandResult;
  /** Whether to store this answer, and whether the command takes its number in the sequence. */
  readonly keep: boolean;
  readonly numbered: boolean;
  readonly admitted: Admitted | null;
  /** Whoever sent what is not provably the station's own: its row is theirs. */
  readonly keptFor?: string;
  /** The refused record that counts by it. */
  readonly accepted?: { readonly record: RefusedRecord; readonly admitted: Admitted };
};
