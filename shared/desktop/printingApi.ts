/**
 * Printing to PDF on this computer: first printed and kept in memory, then, once what it is has been
 * recorded, written where the person chose. The page never learns where that is.
 */
import { z } from 'zod';
import { Paper } from '../facts/codes.ts';
import { PrintedDocument } from './printedDocument.ts';
import { resultOf } from './resultOf.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const nothing = z.strictObject({});

/** Pictures beside a document, all together. */
export const mostPrintedBytes = 32 * 1024 * 1024;

export const PrintRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('notSignedIn') }),
  /** Nobody chose a file. */
  z.strictObject({ code: z.literal('calledOff') }),
  /** Something is being printed already. */
  z.strictObject({ code: z.literal('printBusy') }),
  z.strictObject({ code: z.literal('printTooSlow'), seconds: z.number() }),
  z.strictObject({ code: z.literal('printTooLarge'), bytes: z.number() }),
  z.strictObject({ code: z.literal('printFailed'), detail: z.string() }),
]);
export type PrintRefusal = z.infer<typeof PrintRefusal>;

export const KeepRefusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('notSignedIn') }),
  z.strictObject({ code: z.literal('calledOff') }),
  /** It was dropped, or another was printed since. */
  z.strictObject({ code: z.literal('notPrinted') }),
  z.strictObject({ code: z.literal('diskFull'), freeBytes: z.number() }),
  z.strictObject({ code: z.literal('fileNotWritten'), detail: z.string() }),
]);
export type KeepRefusal = z.infer<typeof KeepRefusal>;

export const printingApi = {
  /** Asks where it should go, then prints it. It is kept until it is written, dropped or another is printed. */
  printDocument: {
    input: z.strictObject({
      document: PrintedDocument,
      /** JPEG, PNG or WebP, as the document numbers them from 0. */
      pictures: z.array(z.instanceof(Uint8Array)).max(500),
      paper: Paper,
      /** Proposed, without a folder and an ending. */
      fileName: z.string().min(1).max(120),
    }),
    output: resultOf(z.strictObject({ sha256: Sha256, bytes: z.number().int() }), PrintRefusal),
  },
  /** Writes it where the person chose; `elsewhere` asks once more. */
  keepPrinted: {
    input: z.strictObject({ sha256: Sha256, elsewhere: z.boolean() }),
    output: resultOf(z.strictObject({ fileName: z.string() }), KeepRefusal),
  },
  dropPrinted: { input: nothing, output: nothing },
} as const;
