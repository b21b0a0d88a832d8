/**
 * How a company's own tables come in on central's page and from the command line: a file is brought
 * (`importUploadPath`), looked at, tested and run; what became of each row goes out with it again.
 */
import { z } from 'zod';
import { By } from './adminApi.ts';
import { dateForms, decimalForms, delimiters, encodings, tableKinds } from './tableForms.ts';

/** With `?name=` and the bytes as they are. */
export const importUploadPath = '/central/admin/imports';
/** The same file back, with two columns added. */
export const outcomesPath = (id: string) => `/central/admin/imports/${id}/outcomes`;
/** A table to fill in, with two rows: `articles.csv`, `.xlsx` or `.json`. */
export const templatePath = (file: string) => `/central/admin/import-templates/${file}`;
/** What central has of a kind, in the same shape. */
export const exportPath = (file: string) => `/central/admin/exports/${file}`;

export const TableKind = z.enum(tableKinds);
export type TableKind = z.infer<typeof TableKind>;

const ImportId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const ImportParams = z.strictObject({ id: ImportId });
const Count = z.number().int().min(0);
const Text = z.string().max(1000);
const Decimal = z.enum(decimalForms);
const DateForm = z.enum(dateForms);
/** As `Source` of the office: whose numbers these are. */
const Sender = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);

export const Upload = z.strictObject({ id: ImportId, name: z.string(), bytes: Count });
export type Upload = z.infer<typeof Upload>;

/** What a person says of a file instead of having it found. */
const SaidOfFile = z.strictObject({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  sheet: Text.optional(),
  headings: z.number().int().min(1).max(1000).optional(),
});

const SaidOfCode = z.strictObject({
  /** null: wherever the word stands. */
  field: Text.nullable(),
  word: Text,
  code: Text,
});

/** Remembered for this sender and these headings, once a table was tested or brought in so. */
export const RememberedOfTable = z.strictObject({
  /** Heading → field; '' for a column nobody needs. */
  columns: z.record(Text, Text),
  codes: z.array(SaidOfCode).max(2000),
  /** null: as it is found, whatever was said the last time. */
  decimal: Decimal.nullable().optional(),
  date: DateForm.nullable().optional(),
});
export type RememberedOfTable = z.infer<typeof RememberedOfTable>;

const SaidOfTable = RememberedOfTable.extend({ source: Sender, file: SaidOfFile });
export type SaidOfTable = z.infer<typeof SaidOfTable>;

/** A kind that is left out is guessed by the headings. */
const AskLook = SaidOfTable.extend({ kind: TableKind.optional() });
export type AskLook = z.infer<typeof AskLook>;

const EncodingFound = z.strictObject({
  encoding: z.enum(encodings),
  by: z.enum(['said', 'byteOrderMark', 'bytes', 'fallback']),
});
const FormFound = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('csv'),
    ...EncodingFound.shape,
    delimiter: z.enum(delimiters),
  }),
  z.strictObject({ kind: z.literal('json'), ...EncodingFound.shape }),
  z.strictObject({
    kind: z.literal('xlsx'),
    sheet: z.string(),
    sheets: z.array(z.strictObject({ name: z.string(), isHidden: z.boolean() })),
  }),
]);

const ColumnFound = z.strictObject({
  heading: z.string(),
  letters: z.string(),
  filled: Count,
  samples: z.array(z.string()),
  /** Which field it is; null: it is not used. */
  field: z.string().nullable(),
  by: z.enum(['said', 'remembered', 'guessed']).nullable(),
  /** Nearly all of it is numbers, or days, and so written; `ask`, `mixed`: nobody can tell. */
  decimal: z.enum([...decimalForms, 'ask', 'mixed']).nullable(),
  date: z.enum([...dateForms, 'ask', 'mixed']).nullable(),
});

const CodeFound = z.strictObject({
  field: z.string(),
  word: z.string(),
  /** Ours; null: somebody has to say. */
  code: z.string().nullable(),
  by: z.enum(['said', 'remembered', 'guessed']).nullable(),
});

/** Why a table cannot be read yet: somebody has to say something first. */
const PlanProblem = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('noColumn'), heading: z.string() }),
  z.strictObject({ code: z.literal('noField'), path: z.string(), fields: z.array(z.string()) }),
  z.strictObject({
    code: z.enum(['askDecimal', 'askDate']),
    heading: z.string(),
    samples: z.array(z.string()),
  }),
  z.strictObject({ code: z.literal('noId'), from: z.array(z.string()) }),
]);
export type PlanProblem = z.infer<typeof PlanProblem>;

const FileRefused = z.strictObject({
  kind: z.literal('refused'),
  code: z.string(),
  /** What its sentence names: a row, a sheet, an encoding. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** In English, where a page has no sentence of its own. */
  says: z.string(),
});
export type FileRefused = z.infer<typeof FileRefused>;

export const Looked = z.discriminatedUnion('kind', [
  FileRefused,
  z.strictObject({
    kind: z.literal('looked'),
    table: TableKind,
    /** Names the file's headings: the same file again has the same. */
    form: FormFound,
    headingsRow: Count.nullable(),
    rows: Count,
    emptyRows: Count,
    ragged: z.strictObject({ count: Count, firstRow: Count.nullable() }),
    columns: z.array(ColumnFound),
    codes: z.array(CodeFound),
    /** What was said of all its numbers and days, now or the last time. */
    decimal: Decimal.nullable(),
    date: DateForm.nullable(),
    fields: z.array(z.strictObject({ path: z.string(), codes: z.array(z.string()) })),
    problems: z.array(PlanProblem),
  }),
]);
export type Looked = z.infer<typeof Looked>;

const Reason = z.string().trim().min(1).max(500);
const StartImport = SaidOfTable.extend({
  kind: TableKind,
  mode: z.enum(['test', 'goodRows', 'allOrNothing']),
  /** The file is everything there is: what is missing in it is withdrawn, more than a tenth only if confirmed. */
  full: z.strictObject({ confirmed: z.boolean() }).nullable(),
  reason: Reason.optional(),
  by: By,
  /** Behind what a stopped run of this file brought in. */
  goOn: z.boolean().optional(),
});
export type StartImport = z.infer<typeof StartImport>;

const RowOutcome = z.enum(['created', 'updated', 'unchanged', 'withdrawn', 'refused', 'waiting']);
const RowProblem = z.strictObject({
  /** "C17", or "row 17". */
  address: z.string(),
  code: z.string(),
  /** The text that is wrong. */
  text: z.string(),
  says: z.string(),
});

const Withdrawing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('withdrawn'), count: Count, refused: Count }),
  z.strictObject({ kind: z.literal('tooMany'), missing: Count, current: Count }),
  z.strictObject({ kind: z.literal('namelessRows') }),
]);

/** How far a run is, and what it came to. */
export const ImportState = z.strictObject({
  phase: z.enum(['idle', 'testing', 'writing', 'done']),
  mode: z.enum(['test', 'goodRows', 'allOrNothing']).nullable(),
  row: Count,
  rows: Count,
  counts: z.record(RowOutcome, Count),
  /** The first of those that do not go in. */
  problems: z.array(
    z.strictObject({ row: Count, outcome: RowOutcome, errors: z.array(RowProblem) }),
  ),
  /** How many rows do not. */
  problemRows: Count,
  isStopped: z.boolean(),
  isWritten: z.boolean(),
  withdrawing: Withdrawing.nullable(),
  refused: FileRefused.nullable(),
  /** It could not be done, and nothing says why but central's log. */
  hasFailed: z.boolean(),
});
export type ImportState = z.infer<typeof ImportState>;
export type RowProblem = z.infer<typeof RowProblem>;

const admin = { auth: 'admin', scope: 'records' } as const;
export const importsApi = {
  lookAtImport: {
    method: 'POST',
    path: '/central/admin/imports/:id/look',
    ...admin,
    params: ImportParams,
    body: AskLook,
    response: Looked,
    says: 'How a file that was brought is written, which column is which field, and what somebody has to say first.',
  },
  startImport: {
    method: 'POST',
    path: '/central/admin/imports/:id/run',
    ...admin,
    params: ImportParams,
    body: StartImport,
    response: ImportState,
    says: 'Tests a file, or brings it in; people also need the scope “people”, calendars “policy”.',
  },
  importState: {
    method: 'GET',
    path: '/central/admin/imports/:id',
    ...admin,
    params: ImportParams,
    response: ImportState,
    says: 'How far it is, and what it came to.',
  },
  stopImport: {
    method: 'POST',
    path: '/central/admin/imports/:id/stop',
    ...admin,
    params: ImportParams,
    body: z.strictObject({}),
    response: ImportState,
    says: 'Ends it between two parts; what went in stays, unless all or nothing was asked for.',
  },
  forgetImport: {
    method: 'POST',
    path: '/central/admin/imports/:id/forget',
    ...admin,
    params: ImportParams,
    body: z.strictObject({}),
    response: z.strictObject({}),
    says: 'Takes a file away that was brought; what went in from it stays.',
  },
} as const;
