import { assertNever } from '../../../shared/result.ts';
import type { BarcodeRefusal } from '../../../shared/returns/barcodeRefusal.ts';
import type { ArrivalFact, UnitsCountedFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';

/** What the dock has to tell after a scan, before it is put into words. */
export type DockSays =
  | { readonly kind: 'received'; readonly name: string; readonly client: string }
  | { readonly kind: 'keptUnexpected'; readonly label: string }
  | { readonly kind: 'unexpected'; readonly label: string }
  | { readonly kind: 'several'; readonly count: number }
  | { readonly kind: 'again'; readonly by: string; readonly at: string }
  | { readonly kind: 'linked'; readonly name: string; readonly client: string }
  | {
      readonly kind: 'counted';
      readonly name: string;
      readonly identity: UnitsCountedFact['identity'];
      /** How many are there now, and how many were announced; null: none were. */
      readonly counted: number;
      readonly announced: number | null;
    }
  | { readonly kind: 'undone'; readonly name: string }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'photographed' }
  | { readonly kind: 'cameraNotReady' }
  | { readonly kind: 'doorChecked'; readonly condition: ArrivalFact['condition'] }
  | { readonly kind: 'hazard' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'finishedShort' }
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
    case 'undone':
    case 'photographed':
    case 'doorChecked':
    case 'finished':
    case 'keptUnexpected':
      return 'success';
    case 'counted':
      return says.identity === 'match' ? 'success' : 'warning';
    case 'unexpected':
    case 'several':
    case 'again':
    case 'nothingToUndo':
    case 'cameraNotReady':
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
