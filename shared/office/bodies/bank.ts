/** Where a client's money goes. At central only: no station is told, and no history keeps it. */
import { z } from 'zod';

/** An IBAN with or without blanks; its check digits right (ISO 13616, mod 97). */
export const Iban = z
  .string()
  .max(60)
  .transform((typed) => typed.replaceAll(/\s/g, '').toUpperCase())
  .refine((iban) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban), 'no IBAN (ISO 13616)')
  .refine(hasCheckDigits, 'the check digits are wrong (ISO 13616)');

/** The four first characters behind the rest, letters as 10 to 35: 1 is left over of 97. */
function hasCheckDigits(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

export const BankAccount = z.strictObject({
  /** As the bank has it. */
  holder: z.string().trim().min(1).max(140),
  iban: Iban,
  /** ISO 9362. */
  bic: z
    .string()
    .regex(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/, 'no BIC (ISO 9362)')
    .optional(),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** All that is ever shown of one: its country and its last four. */
export function maskedIban(iban: string): string {
  return `${iban.slice(0, 2)} …${iban.slice(-4)}`;
}

export const ShownAccount = z.strictObject({
  iban: z.string(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});
export type ShownAccount = z.infer<typeof ShownAccount>;
