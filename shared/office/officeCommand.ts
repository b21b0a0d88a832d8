import type { Instant } from '../facts/time.ts';
import type { ExternalId } from './externalId.ts';
import type { OfficeKind } from './kinds.ts';

/** Every way in says the same: who wants what of which record, and why. */
export type OfficeCommand = {
  readonly kind: OfficeKind;
  readonly externalId: ExternalId;
  /** An administrator's name, or a connection's. */
  readonly actor: string;
  /** Whose name that is; null: anybody's who has the first token, or a system's. */
  readonly actorId?: string | null;
  readonly reason: string;
  /** Our ids of the only sites the sender speaks for; left out or null: for the whole company. */
  readonly sites?: readonly string[] | null;
  /** The version the sender last saw; null: whichever there is. 0: there is none yet. */
  readonly expectedVersion: number | null;
} & (
  | {
      readonly action: 'put';
      readonly body: unknown;
      /** Paths of the only fields the sender has a place for; left out: it says all there is. */
      readonly fields?: readonly string[] | undefined;
    }
  | { readonly action: 'withdraw' }
  /** A policy's second pair of eyes: in force from the day it names. */
  | { readonly action: 'check' }
);

/** The newest of what the office said of a thing. */
export type OfficeRecord = {
  readonly kind: OfficeKind;
  readonly externalId: ExternalId;
  readonly ownId: string;
  readonly version: number;
  /** As `bodies` reads it. */
  readonly body: unknown;
  readonly state: 'current' | 'draft' | 'withdrawn';
  readonly changedAt: Instant;
  readonly changedBy: string;
  /** The administrator; null: nobody known by name. */
  readonly changedById: string | null;
};

export type OfficeErrorCode =
  /** The body: a field is missing, too long, of another form. */
  | 'unreadable'
  /** It names a record that is not here (yet). */
  | 'notHereYet'
  | 'withdrawn'
  /** Another record has this RMA number, badge or article number. */
  | 'taken'
  | 'changedMeanwhile'
  /** What others rest on and that therefore does not change. */
  | 'stays'
  | 'noContract'
  | 'severalContracts'
  | 'beforeNewest'
  | 'moneyGranted'
  | 'tooManyDecimals'
  | 'tooMuchMoney'
  | 'netAndTax'
  | 'calendar'
  | 'secondPerson'
  | 'notForThisKind'
  /** Goods are not sent there any more. */
  | 'siteClosed'
  /** The sender speaks for other sites. */
  | 'otherSite';

/** What is wrong with one field, and what would do. `field` is a path into the body: "lines.0.reason". */
export type OfficeError = {
  readonly field: string;
  readonly code: OfficeErrorCode;
  readonly says: string;
};

export function officeError(field: string, code: OfficeErrorCode, says: string): OfficeError {
  return { field, code, says };
}
