import { assertNever } from '../../../shared/result.ts';
import type { BarcodeRefusal } from '../../../shared/returns/barcodeRefusal.ts';
import type { ShotType } from '../../../shared/returns/codes.ts';
import type { Fact, UnitsCountedFact } from '../../../shared/returns/fact.ts';
import type { ActionRefusal } from '../../actions/actionContext.ts';

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
  | {
      readonly kind: 'refused';
      readonly refusal: ActionRefusal | BarcodeRefusal | { readonly code: 'cameraNotReady' };
    };

export function benchToneOf(says: BenchSays): 'success' | 'warning' | 'error' {
  switch (says.kind) {
    case 'photographed':
    case 'undone':
      return 'success';
    case 'counted':
      return says.identity === 'match' ? 'success' : 'warning';
    case 'nothingToUndo':
    case 'notHere':
    case 'unknownLabel':
      return 'warning';
    case 'refused':
      return 'error';
    default:
      return assertNever(says);
  }
}
