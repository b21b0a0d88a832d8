/**
 * What the page hands over to be printed, as it will be read: every sentence said already, in the
 * language of whoever gets it. What draws it knows no facts, no database and no wording.
 */
import { z } from 'zod';
import { mostShapes, Shape } from '../facts/annotationFacts.ts';
import { mostLines } from '../facts/policyText.ts';

const word = z.string().max(300);
const text = z.string().max(6000);
const short = z.string().max(60);

/** Which of the pictures handed over beside it; null: the picture is not at this station. */
const picture = z.number().int().min(0).max(499).nullable();

const Named = z.strictObject({ name: word, value: text });
export type Named = z.infer<typeof Named>;

export const PrintedPhoto = z.strictObject({
  /** As the text calls it: "Photo 3". */
  name: word,
  picture,
  caption: word,
  /** When it was taken and the beginning of its SHA-256; or that it is not here. */
  detail: word,
  /** What is drawn over it, and the size of the picture it was drawn on; null: nothing. */
  marks: z
    .strictObject({
      width: z.number().int().min(1),
      height: z.number().int().min(1),
      shapes: z.array(Shape).min(1).max(mostShapes),
    })
    .nullable(),
});
export type PrintedPhoto = z.infer<typeof PrintedPhoto>;

const PrintedDay = z.strictObject({
  kind: z.enum(['receipt', 'counted', 'skipped']),
  /** The working day it is; empty for the others. */
  number: short,
  date: word,
  weekday: short,
  why: word,
  /** Before, on or after the day the report is made, or the clock stopped. */
  fill: z.enum(['used', 'now', 'ahead']),
});
export type PrintedDay = z.infer<typeof PrintedDay>;

const PrintedClause = z.strictObject({
  clause: short,
  name: word,
  why: text,
  isFired: z.boolean(),
});
export type PrintedClause = z.infer<typeof PrintedClause>;

export const PrintedBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: word, aside: word }),
  z.strictObject({ kind: z.literal('text'), text, look: z.enum(['plain', 'note', 'words']) }),
  z.strictObject({ kind: z.literal('particulars'), items: z.array(Named).max(60) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: word,
    columns: z
      .array(z.strictObject({ name: word, look: z.enum(['text', 'number', 'code', 'hash']) }))
      .min(1)
      .max(10),
    rows: z.array(z.array(text).max(10)).max(4000),
  }),
  z.strictObject({ kind: z.literal('photos'), photos: z.array(PrintedPhoto).max(2000) }),
  z.strictObject({
    kind: z.literal('days'),
    standing: word,
    date: word,
    days: z.array(PrintedDay).max(400),
    /** Heads of the three columns. */
    heads: z.strictObject({ day: word, date: word, why: word }),
    notes: z.array(text).max(10),
  }),
  z.strictObject({
    kind: z.literal('clauses'),
    title: word,
    clauses: z.array(PrintedClause).max(40),
  }),
  /** The policy word for word, in its own language. */
  z.strictObject({
    kind: z.literal('policy'),
    clauses: z.array(
      z.strictObject({
        clause: short,
        name: word,
        /** BCP 47, of the words. */
        language: z.string().min(2).max(20),
        words: z.array(text).max(mostLines),
      }),
    ),
  }),
]);
export type PrintedBlock = z.infer<typeof PrintedBlock>;

/** Runs along the foot of every page; `{page}` and `{pages}` stand where the numbers go. */
const foot = z.strictObject({ start: word, page: word });
const speaking = {
  /** BCP 47. */
  tag: z.string().min(2).max(20),
  direction: z.enum(['ltr', 'rtl']),
  /** What the PDF is called in a list of files, and whose it is. */
  title: word,
  author: word,
  foot,
};

export const PrintedReport = z.strictObject({
  kind: z.literal('report'),
  ...speaking,
  head: z.strictObject({
    site: word,
    what: word,
    name: word,
    /** "Report 2-K7QM · for the client". */
    number: word,
    madeAt: word,
    /** What opens the case at any station when it is scanned; null: nothing does. */
    code: z.strictObject({ text: z.string().min(1).max(60), how: word }).nullable(),
  }),
  summary: z.strictObject({
    standing: word,
    /** Whether it counts already: proposed, decided, paid. */
    state: word,
    figures: z.array(Named).max(6),
    items: z.array(Named).max(20),
  }),
  sections: z
    .array(z.strictObject({ title: word, blocks: z.array(PrintedBlock).max(1000) }))
    .max(20),
});
export type PrintedReport = z.infer<typeof PrintedReport>;
export type PrintedSection = PrintedReport['sections'][number];

const PrintedSymbol = z.enum(['code128', 'gs1-128', 'gs1datamatrix', 'gs1qrcode', 'ean13']);

/** Cards to cut out, badges, and codes to try a scanner with. */
export const PrintedCards = z.strictObject({
  kind: z.literal('cards'),
  ...speaking,
  head: z.strictObject({ site: word, what: word, how: text }),
  size: z.enum(['card', 'wide']),
  cards: z
    .array(
      z.strictObject({
        word,
        under: word,
        symbol: PrintedSymbol,
        code: z.string().min(1).max(120),
        /** Under the bars: what is in them. */
        reads: z.array(word).max(8),
      }),
    )
    .max(500),
});
export type PrintedCards = z.infer<typeof PrintedCards>;
export type PrintedCard = PrintedCards['cards'][number];

export const PrintedDocument = z.discriminatedUnion('kind', [PrintedReport, PrintedCards]);
export type PrintedDocument = z.infer<typeof PrintedDocument>;
