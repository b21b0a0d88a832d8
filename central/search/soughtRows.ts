import { inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { rmaReaderOf } from '../../shared/barcodes/rma/rmaForm.ts';
import { rmaNamesOf } from '../../shared/barcodes/rma/rmaNumber.ts';
import { readScan } from '../../shared/barcodes/scan.ts';
import { foldedText, foldedWords, hasWords } from '../../shared/facts/foldedText.ts';
import { ask } from '../database/ask.ts';
import { caseClocks } from '../database/clockSchema.ts';
import type { Rows } from '../database/rows.ts';
import { caseHands, documents, facts } from '../database/schema.ts';
import { documentOf } from '../documents/documentRows.ts';

type Sought = { readonly siteId: string; readonly text: string; readonly most: number };

const Named = z.object({ id: z.string(), name: z.string() });
const idOf = z.object({ id: z.string() });
const texts = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
/** Order lines and people that share a word: more are told apart by another word. */
const mostNamed = 50;
/** One article is on many orders, of which few came back. */
const mostCalled = 400;
const fewestLetters = 3;
const gtin = /^\d{8,14}$/;

/** Cases of a site that somebody may mean, by their own numbers first, each once. */
export async function casesSought(rows: Rows, sought: Sought): Promise<readonly string[]> {
  const numbers = await numbersIn(rows, sought);
  const words = foldedWords(sought.text);
  const found = [
    await casesNumbered(rows, sought, numbers),
    await casesOfLines(rows, sought, await linesNumbered(rows, numbers)),
    await casesCounted(rows, sought, numbers),
    await casesOfClients(rows, sought, words),
    await casesOfLines(rows, sought, await linesCalled(rows, sought.text)),
    await casesOfPeople(rows, sought, words),
  ];
  return [...new Set(found.flat())].slice(0, sought.most);
}

/** As `case_numbers` and `order_line_numbers` of the database write a number. */
export function plainNumber(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[^0-9A-Z]/g, '');
}

async function numbersIn(rows: Rows, { siteId, text }: Sought): Promise<readonly string[]> {
  const site = await documentOf(rows, 'sites', siteId);
  const rma = rmaReaderOf(site?.rma);
  // A year is asked for where a label names a day without one; no number of a case does.
  const { forms } = readScan(text, new Date(0).getUTCFullYear(), true, rma);
  const all = [...rmaNamesOf(text, rma), ...forms].map(plainNumber);
  return [...new Set(all)].filter((number) => number !== '');
}

async function casesNumbered(rows: Rows, sought: Sought, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  return await idsOf(rows, sought, sql`case_numbers(body) && ${texts(numbers)}`);
}

/** By its order, the article's own number, a serial or a GTIN. */
async function linesNumbered(rows: Rows, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  const lines = (wanted: SQL) =>
    ask(
      rows,
      sql`select id from ${documents} where collection = 'orderLines' and ${wanted} limit ${mostNamed}`,
      idOf,
    );
  const gtins = numbers.flatMap((number) => (gtin.test(number) ? [number.padStart(14, '0')] : []));
  const numbered = await lines(sql`order_line_numbers(body) && ${texts(numbers)}`);
  if (gtins.length === 0) return numbered;
  const packs = gtins.map((one) => JSON.stringify([{ gtin: one }]));
  return [
    ...numbered,
    ...(await lines(sql`body #>> '{article,gtin}' = any(${texts(gtins)})`)),
    ...(await lines(sql`body #> '{article,gtins}' @> any(${sql.param(packs)}::text[]::jsonb[])`)),
  ];
}

/** Those in whose article's name each of these words begins one, as they are written. */
async function linesCalled(rows: Rows, text: string) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  // A letter or two begin the name of nearly everything.
  if (!words.some((word) => word.length >= fewestLetters)) return [];
  const all = words.map((word) => `${word}:*`).join(' & ');
  return await ask(
    rows,
    sql`select id from ${documents} where collection = 'orderLines'
      and to_tsvector('simple'::regconfig, coalesce(body #>> '{article,name}', ''))
        @@ to_tsquery('simple'::regconfig, ${all}) limit ${mostCalled}`,
    idOf,
  );
}

async function casesOfLines(rows: Rows, sought: Sought, lines: readonly { readonly id: string }[]) {
  if (lines.length === 0) return [];
  const asked = lines.map(({ id }) => JSON.stringify([{ orderLineId: id }]));
  return await idsOf(
    rows,
    sought,
    sql`body -> 'lines' @> any(${sql.param(asked)}::text[]::jsonb[])`,
  );
}

/** By what was counted here, whatever the papers say. */
async function casesCounted(rows: Rows, { siteId, most }: Sought, numbers: readonly string[]) {
  if (numbers.length === 0) return [];
  const found = await ask(
    rows,
    // Where the office moved a case away, it is that other site's, whoever counted it.
    sql`select distinct case_id as id from ${facts} as counted where kind = 'unitsCounted'
      and serials_of(body) && ${texts(numbers)} and exists (select from ${documents} as paper
        where paper.collection = 'cases' and paper.id = counted.case_id
          and ${siteId} = any(paper.site_ids))
      limit ${most}`,
    idOf,
  );
  return found.map(({ id }) => id);
}

/** Their last days, where goods are here and nothing final was decided. */
export async function clocksOf(
  rows: Rows,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly dueOn: string | null }>> {
  const found = await rows
    .select({ caseId: caseClocks.caseId, dueOn: caseClocks.dueOn })
    .from(caseClocks)
    .where(inArray(caseClocks.caseId, [...caseIds]));
  return new Map(found.map(({ caseId, dueOn }) => [caseId, { dueOn }]));
}

/** By the index `documents_case_client`. */
async function casesOfClients(rows: Rows, sought: Sought, words: readonly string[]) {
  const ids = await named(rows, 'clients', sought, words);
  return ids.length === 0
    ? []
    : await idsOf(
        rows,
        sought,
        sql`body ->> 'clientId' = any(${texts(ids)})`,
        sql`order by body ->> 'expectedOn' desc nulls last`,
      );
}

async function casesOfPeople(rows: Rows, sought: Sought, words: readonly string[]) {
  const ids = await named(rows, 'people', sought, words);
  return ids.length === 0
    ? []
    : await idsOf(
        rows,
        sought,
        sql`id in (select case_id from ${caseHands} where person_id = any(${texts(ids)}))`,
        sql`order by body ->> 'expectedOn' desc nulls last`,
      );
}

/** Clients or people of the site each of whose words begins so, as the stations compare names. */
async function named(
  rows: Rows,
  collection: 'clients' | 'people',
  { siteId }: Sought,
  words: readonly string[],
): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const all = await ask(
    rows,
    sql`select id, body ->> 'name' as name from ${documents} where collection = ${collection}
      and (site_ids is null or ${siteId} = any(site_ids)) and body ->> 'name' is not null`,
    Named,
  );
  return all
    .filter(({ name }) => hasWords(` ${foldedText(name)}`, words))
    .slice(0, mostNamed)
    .map(({ id }) => id);
}

async function idsOf(
  rows: Rows,
  { siteId, most }: Sought,
  wanted: SQL,
  order: SQL = sql``,
): Promise<readonly string[]> {
  const found = await ask(
    rows,
    sql`select id from ${documents} where collection = 'cases' and ${wanted}
      and ${siteId} = any(site_ids) ${order} limit ${most}`,
    idOf,
  );
  return found.map(({ id }) => id);
}
