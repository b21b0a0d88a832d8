import type { Gs1Check } from './dictionary.ts';

/** Why a label written by GS1's rules could not be read; `position` as in `BarcodeRefusal`. */
export type Gs1Refusal =
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
  | { readonly code: 'notDigitalLink' };
