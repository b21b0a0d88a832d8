import type { Gs1Refusal } from './gs1/gs1Refusal.ts';
import type { CarrierRefusal } from './lookup/checkCarrierNumber.ts';
import type { RmaRefusal } from './rma/rmaNumber.ts';

/**
 * Why a scan could not be read. Codes with data, no sentences; `position` counts characters of the
 * text as it was scanned, from 0.
 */
export type BarcodeRefusal =
  | { readonly code: 'empty' }
  | { readonly code: 'tooLong'; readonly bytes: number; readonly limit: number }
  | {
      readonly code: 'forbiddenCharacter';
      readonly position: number;
      readonly codePoint: number;
    }
  | Gs1Refusal
  /** A code that looks like one of ours and is not. */
  | { readonly code: 'badOwnCode'; readonly form: OwnForm; readonly text: string }
  /** A return's number in another form than the company's, or with a wrong digit. */
  | RmaRefusal
  /** A number that only UPS or the post can have written, typed with a wrong digit. */
  | CarrierRefusal;

type OwnForm = 'command' | 'finding' | 'badge' | 'slip' | 'location' | 'licencePlate';
