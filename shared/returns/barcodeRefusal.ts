import type { Gs1Check } from './gs1/dictionary.ts';
import type { CarrierRefusal } from './lookup/checkCarrierNumber.ts';

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
  | { readonly code: 'unknownAi'; readonly ai: string; readonly position: number }
  | {
      readonly code: 'valueTooLong';
      readonly ai: string;
      readonly length: number;
      readonly limit: number;
    }
  | {
      readonly code: 'valueTooShort';
      readonly ai: string;
      readonly length: number;
      readonly minimum: number;
    }
  /** `ai` is 00 for a bare SSCC and 01 for a bare GTIN. */
  | {
      readonly code: 'badCheckDigit';
      readonly ai: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'badDate'; readonly ai: string; readonly value: string }
  | {
      readonly code: 'badValue';
      readonly ai: string;
      readonly value: string;
      readonly check: Gs1Check | 'characters';
    }
  /** One label says the same thing twice, differently. */
  | {
      readonly code: 'contradiction';
      readonly ai: string;
      readonly first: string;
      readonly second: string;
    }
  | { readonly code: 'badBrackets'; readonly position: number }
  | { readonly code: 'notDigitalLink' }
  /** A code that looks like one of ours and is not. */
  | { readonly code: 'badOwnCode'; readonly form: OwnForm; readonly text: string }
  | { readonly code: 'badRmaCheck'; readonly expected: string; readonly found: string }
  /** A number that only UPS or the post can have written, typed with a wrong digit. */
  | CarrierRefusal;

export type OwnForm = 'command' | 'badge' | 'location' | 'licencePlate' | 'rma';
