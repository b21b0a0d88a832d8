import type { BarcodeRefusal } from '../../../shared/barcodes/barcodeRefusal.ts';
import type { ShotType } from '../../../shared/facts/codes.ts';
import type { Fact, UnitsCountedFact } from '../../../shared/facts/fact.ts';
import { assertNever } from '../../../shared/result.ts';
import type { ActionRefusal } from '../../recording/actionContext.ts';

/** What just happened at the bench, before it is put into words. */
export type BenchSays =
  | { readonly kind: 'photographed'; readonly shot: ShotType }
  | {
      readonly kind: 'counted';
      readonly name: string;
      readonly identity: UnitsCountedFact['identity'];
    }
  | { readonly kind: 'undone'; readonly what: Fact['kind'] }
  | { readonly kind: 'nothingToUndo' }
  | { readonly kind: 'notHere' }
  | { readonly kind: 'unknownLabel'; readonly label: string }
  /** A label beside an article: it says nothing new, or no article came before it. */
  | { readonly kind: 'belongs'; readonly name: string }
  | { readonly kind: 'articleFirst' }
  /** A unit that lies here already: the next finding is about it. */
  | { readonly kind: 'named' | 'unnamed'; readonly serial: string }
  /** A card that names a defect nobody offers here, or more units than there are. */
  | { readonly kind: 'cardNotNow' }
  | { readonly kind: 'serialAgain'; readonly serial: string }
  /** The label of the case that lies open. */
  | { readonly kind: 'thisCase' }
  | { readonly kind: 'hazard' }
  | {
      readonly kind: 'refused';
      readonly refusal: ActionRefusal | BarcodeRefusal | { readonly code: 'cameraNotReady' };
    };

export function benchToneOf(says: BenchSays): 'success' | 'warning' | 'error' {
  switch (says.kind) {
    case 'photographed':
    case 'named':
    case 'unnamed':
    case 'undone':
    case 'belongs':
    case 'thisCase':
      return 'success';
    case 'counted':
      return says.identity === 'match' ? 'success' : 'warning';
    case 'nothingToUndo':
    case 'notHere':
    case 'unknownLabel':
    case 'cardNotNow':
    case 'articleFirst':
    case 'serialAgain':
      return 'warning';
    case 'hazard':
    case 'refused':
      return 'error';
    default:
      return assertNever(says);
  }
}
