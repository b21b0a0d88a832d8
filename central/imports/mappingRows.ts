import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import {
  type AskLook,
  RememberedOfTable,
  type SaidOfTable,
  TableKind,
} from '../../shared/sync/importsApi.ts';
import { importMappings } from '../database/importSchema.ts';
import type { Rows } from '../database/rows.ts';
import type { Look } from './reading/look.ts';

export type Remembered = { readonly kind: TableKind; readonly said: RememberedOfTable };

/** What was said of this sender's tables with these headings the last time one was tested or brought in. */
export async function rememberedOf(
  rows: Rows,
  sender: string,
  look: Look,
): Promise<Remembered | null> {
  const [found] = await rows
    .select()
    .from(importMappings)
    .where(and(eq(importMappings.sender, sender), eq(importMappings.headings, headingsHash(look))));
  const kind = TableKind.safeParse(found?.kind);
  const said = RememberedOfTable.safeParse(found?.said);
  return kind.success && said.success ? { kind: kind.data, said: said.data } : null;
}

export async function remember(
  rows: Rows,
  {
    sender,
    look,
    kind,
    said,
    by,
  }: {
    readonly sender: string;
    readonly look: Look;
    readonly kind: TableKind;
    readonly said: RememberedOfTable;
    readonly by: string;
  },
  now: Date,
): Promise<void> {
  const kept = { kind, said, changedAt: now, changedBy: by };
  await rows
    .insert(importMappings)
    .values({ sender, headings: headingsHash(look), ...kept })
    .onConflictDoUpdate({ target: [importMappings.sender, importMappings.headings], set: kept });
}

/** What is said now, before what was said the last time. Of another kind of table it says nothing. */
export function withRemembered(asked: AskLook, remembered: Remembered | null): AskLook {
  if (remembered === null || (asked.kind ?? remembered.kind) !== remembered.kind) return asked;
  const { said, kind } = remembered;
  const isSaid = (one: SaidOfTable['codes'][number]) =>
    asked.codes.some(({ field, word }) => field === one.field && word === one.word);
  return {
    ...asked,
    kind,
    columns: { ...said.columns, ...asked.columns },
    codes: [...said.codes.filter((one) => !isSaid(one)), ...asked.codes],
    decimal: asked.decimal === undefined ? said.decimal : asked.decimal,
    date: asked.date === undefined ? said.date : asked.date,
  };
}

function headingsHash({ columns }: Look): string {
  const names = columns.map(({ heading }) => heading).toSorted();
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}
