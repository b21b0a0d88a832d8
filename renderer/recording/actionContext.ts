import { v7 } from 'uuid';
import type {
  Desktop,
  Enrolment,
  PhotoKeepRefusal,
  SealRefusal,
  SignedInPerson,
} from '../../shared/desktop/desktopApi.ts';
import type { Refusal } from '../../shared/facts/refusal.ts';
import type { StationClock } from '../desktop/stationClock.ts';
import type { StationDatabase } from '../storage/stationDatabase.ts';

/** What every action needs: where it is saved, who acts, and when. */
export type ActionContext = {
  readonly db: StationDatabase;
  readonly desktop: Pick<
    Desktop,
    | 'sealCommand'
    | 'keepPhoto'
    | 'provePin'
    | 'keepHeldDecision'
    | 'letHeldDecisionGo'
    | 'printDocument'
    | 'keepPrinted'
    | 'dropPrinted'
  >;
  readonly clock: StationClock;
  readonly person: SignedInPerson;
  readonly enrolment: Enrolment;
  readonly newId: () => string;
};

/**
 * The database would not take it. `journalled`: it is safe in the journal all the same and will
 * show by itself, so nobody should do it again; otherwise nothing was recorded.
 */
export type StorageRefusal = {
  readonly code: 'notStored';
  readonly why: 'stuck' | 'full' | 'failed';
  readonly detail: string;
  readonly journalled: boolean;
};

export type ActionRefusal =
  | Refusal
  | SealRefusal
  | PhotoKeepRefusal
  | StorageRefusal
  /** Something typed in is out of its bounds: too long, negative, too many decimals. */
  | { readonly code: 'badInput'; readonly field: string; readonly detail: string };

/** UUIDv7: unique without asking anybody, and roughly in order of making. */
export function newId(): string {
  return v7();
}
