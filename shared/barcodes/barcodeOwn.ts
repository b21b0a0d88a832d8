import { accept, type Result, refuse } from '../result.ts';
import type { BarcodeRefusal } from './barcodeRefusal.ts';
import { productRma } from './rma/rmaForm.ts';
import { readRmaLabel } from './rma/rmaNumber.ts';
import { capitals } from './rma/rmaPattern.ts';

/**
 * The codes we print ourselves, as Code 128 or QR:
 *
 *   QS-CMD-UNDO      a command card
 *   QS-F-D-FUNCTION.LEAK  a card that says something of a finding: see cases/findingCards.ts
 *   QS-B-ANNA0042    a person's badge: 4 to 16 capitals and digits
 *   QS-J-7K4M2QXD91RT  a person's slip to join a station: twelve capitals and digits
 *   QS-L-A01-02      a location: groups of 1 to 8 capitals and digits
 *   QS-LP-26-000123  a licence plate of a pallet, carton or tote: capitals, digits, hyphens
 *   RMA-26-0004711   a return's number, or whatever the company writes: see rma/
 *
 * They are read in either case, since a keyboard with Caps Lock on turns them round, and with the
 * wide characters and dashes of an input method or a word processor.
 */
export const commands = [
  'undo',
  'damaged',
  'hazard',
  'missing',
  'photo',
  'done',
  'ok',
  'switch',
] as const;

export type CardCommand = (typeof commands)[number];

export type OwnCode =
  | { readonly kind: 'command'; readonly command: CardCommand }
  /** `says`, in capitals: see cases/findingCards.ts. */
  | { readonly kind: 'findingCard'; readonly says: string }
  | { readonly kind: 'badge'; readonly personBadge: string }
  | { readonly kind: 'slip'; readonly slip: string }
  | { readonly kind: 'location'; readonly code: string }
  /** The whole text: it is what is printed, stored and searched. */
  | { readonly kind: 'licencePlate'; readonly plate: string }
  | { readonly kind: 'rma'; readonly rmaNumber: string };

export function commandCardOf(command: CardCommand): string {
  return `QS-CMD-${command.toUpperCase()}`;
}

export function badgeCodeOf(personBadge: string): string {
  return `QS-B-${personBadge}`;
}

/** With or without the dashes it is read out by. */
export function slipCodeOf(slip: string): string {
  return `QS-J-${slip.replaceAll('-', '')}`;
}

/**
 * Reads one of our codes, RMA numbers in the form the company gives them; `undefined` when the text
 * does not claim to be one. Refuses `badOwnCode`, `badRmaForm` and `badRmaCheck`.
 */
export function readOwnCode(
  text: string,
  reader = productRma,
): Result<OwnCode, BarcodeRefusal> | undefined {
  const code = capitals(text);
  const [, form, body] = /^QS-(CMD|F|B|J|LP|L)-(.*)$/.exec(code) ?? [];
  if (form === undefined || body === undefined) {
    const rma = readRmaLabel(text, reader);
    return rma?.ok ? accept({ kind: 'rma', rmaNumber: rma.value }) : rma;
  }
  switch (form) {
    case 'CMD': {
      const command = commands.find((known) => known.toUpperCase() === body);
      return command === undefined
        ? refuse({ code: 'badOwnCode', form: 'command', text })
        : accept({ kind: 'command', command });
    }
    case 'F':
      return /^(SOUND|RECORD|NEXT|PARTS|MEASURE|[DNSCI]-[!-~]{1,40})$/.test(body)
        ? accept({ kind: 'findingCard', says: body })
        : refuse({ code: 'badOwnCode', form: 'finding', text });
    case 'B':
      return /^[A-Z0-9]{4,16}$/.test(body)
        ? accept({ kind: 'badge', personBadge: body })
        : refuse({ code: 'badOwnCode', form: 'badge', text });
    case 'J':
      return /^[A-Z0-9]{12}$/.test(body.replaceAll('-', ''))
        ? accept({ kind: 'slip', slip: body.replaceAll('-', '') })
        : refuse({ code: 'badOwnCode', form: 'slip', text });
    case 'L':
      return /^[A-Z0-9]{1,8}(-[A-Z0-9]{1,8}){0,4}$/.test(body)
        ? accept({ kind: 'location', code: body })
        : refuse({ code: 'badOwnCode', form: 'location', text });
    default:
      return /^[A-Z0-9][A-Z0-9-]{2,22}$/.test(body)
        ? accept({ kind: 'licencePlate', plate: code })
        : refuse({ code: 'badOwnCode', form: 'licencePlate', text });
  }
}
