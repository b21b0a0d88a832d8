import type { BarcodeRefusal } from '../../../shared/barcodes/barcodeRefusal.ts';
import type { ArrivalFact, FactKind, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import type { UnitOfMeasure } from '../../../shared/facts/quantity.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';

/** What the dock has to tell after a scan, before it is put into words. */
export type DockSays =
  | {
      readonly kind: 'received';
      readonly name: string;
      readonly client: string;
      /** The day it should have come, when that has passed. */
      readonly expectedOn: LocalDate | null;
    }
  /** Received all the same: a person decides about it later. */
  | {
      readonly kind: 'receivedOdd';
      readonly why: 'cancelled' | 'denied' | 'early' | 'decided';
      readonly name: string;
      readonly reason: string | null;
    }
  | { readonly kind: 'keptUnexpected'; readonly label: string | null }
  | {
      readonly kind: 'unexpected';
      readonly label: string | null;
      /** It looked like something it is not: typed wrong, perhaps. */
      readonly doubt: BarcodeRefusal | null;
    }
  /** Digits that could be an article nobody announced or another parcel's number. */
  | { readonly kind: 'askArticle'; readonly label: string }
  | {
      readonly kind: 'askQuantity';
      readonly name: string;
      readonly unit: UnitOfMeasure | 'case';
    }
  /** A label beside an article: it says nothing new, or no article came before it. */
  | { readonly kind: 'belongs'; readonly name: string }
  | { readonly kind: 'articleFirst' }
  | { readonly kind: 'otherSite'; readonly name: string }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'again'; readonly by: string; readonly at: string; readonly another: boolean }
  | { readonly kind: 'linked'; readonly name: string; readonly client: string }
  | { readonly kind: 'askLink'; readonly name: string }
  | { readonly kind: 'askOpen' }
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'counted';
      readonly name: string;
      readonly identity: UnitsCountedFact['identity'];
      /** How many are there now, and how many were announced; null: none were. */
      readonly counted: number;
      readonly announced: number | null;
      readonly foreignLot: { readonly found: string; readonly shipped: string } | null;
      /** The case its serial was counted for before. */
      readonly serialIn: string | null;
    }
  | { readonly kind: 'countedBlind'; readonly name: string; readonly counted: number }
  | { readonly kind: 'serialAgain'; readonly serial: string }
  | { readonly kind: 'undone'; readonly what: FactKind; readonly name: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'photographed' }
  | { readonly kind: 'cameraNotReady' }
  | { readonly kind: 'doorChecked'; readonly condition: ArrivalFact['condition'] }
  | { readonly kind: 'hazard' }
  | { readonly kind: 'short'; readonly missing: number; readonly names: readonly string[] }
  | { readonly kind: 'missingNoted'; readonly missing: number; readonly until: LocalDate }
  | { readonly kind: 'nothingMissing' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'finishedUncounted' }
  | { readonly kind: 'finishedBlind' }
  | { readonly kind: 'finishedShort'; readonly missing: number; readonly until: LocalDate }
  | { readonly kind: 'parcelFirst' }
  | { readonly kind: 'caseFirst' }
  | { readonly kind: 'location'; readonly code: string }
  | { readonly kind: 'unreadable'; readonly refusal: BarcodeRefusal }
  | { readonly kind: 'refused'; readonly refusal: ActionRefusal }
  | { readonly kind: 'trouble'; readonly detail: string };

/** Success passes by itself, a warning stays until the next scan, an error until it is acknowledged. */
export function toneOf(says: DockSays): 'success' | 'warning' | 'error' {
  switch (says.kind) {
    case 'received':
    case 'linked':
    case 'opened':
    case 'countedBlind':
    case 'undone':
    case 'left':
    case 'photographed':
    case 'doorChecked':
    case 'missingNoted':
    case 'finished':
    case 'finishedUncounted':
    case 'finishedBlind':
    case 'keptUnexpected':
    case 'belongs':
      return 'success';
    case 'counted':
      return says.identity === 'match' && says.serialIn === null ? 'success' : 'warning';
    case 'receivedOdd':
    case 'unexpected':
    case 'askArticle':
    case 'askQuantity':
    case 'articleFirst':
    case 'otherSite':
    case 'several':
    case 'again':
    case 'askLink':
    case 'askOpen':
    case 'serialAgain':
    case 'nothingToUndo':
    case 'cameraNotReady':
    case 'short':
    case 'nothingMissing':
    case 'finishedShort':
    case 'parcelFirst':
    case 'caseFirst':
    case 'location':
      return 'warning';
    case 'hazard':
    case 'unreadable':
    case 'refused':
    case 'trouble':
      return 'error';
    default:
      return assertNever(says);
  }
}

/**
 * Nothing else is recorded before somebody has seen it. A label that cannot be read is answered by
 * scanning again, so it holds nothing up.
 */
export function mustBeAcknowledged(says: DockSays): boolean {
  return toneOf(says) === 'error' && says.kind !== 'unreadable';
}
