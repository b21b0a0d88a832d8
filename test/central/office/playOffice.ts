import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { officeChanges, officeRecords } from '../../../central/database/officeSchema.ts';
import { commandOfRow } from '../../../central/office/batchRow.ts';
import { admitOffice } from '../../../shared/office/admit/admitOffice.ts';
import { officeSet } from '../../../shared/office/admit/officeSet.ts';
import type { OfficeKind } from '../../../shared/office/kinds.ts';
import { BatchAnswer, type BatchRow } from '../../../shared/office/officeApi.ts';
import type { Change } from '../../../shared/sync/change.ts';
import type { CentralInMemory } from '../../builders/central/centralInMemory.ts';
import { aStation } from '../aStation.ts';
import { askOffice } from './askOffice.ts';
import { type Book, ground, openBook, own, siteOf, sites, type Told, tell } from './officeModel.ts';

/** The same told to the one pure function alone, which remembers everything. */
export function playAdmission({ seed, commands }: { seed: number; commands: number }) {
  const random = mulberry(seed);
  const book = openBook();
  const wrong: string[] = [];
  const nothing = {
    isUsed: () => false,
    isGranted: () => false,
    editions: [],
    contracts: [],
    hasAdministrators: false,
  };
  const empty = {
    ...nothing,
    records: [],
    claims: new Map(),
    holders: new Map(),
    papers: new Map(),
  };
  const set = officeSet(empty, '2026-11-30T08:00:00.000Z');
  for (const { kind, rows } of ground) for (const row of rows) admit(kind, row);
  for (let at = 0; at < commands; at += 1) {
    const { kind, rows } = tell(random, 1);
    for (const row of rows) admit(kind, row);
  }
  return wrong;

  function admit(kind: OfficeKind, row: BatchRow): void {
    const command = commandOfRow(kind, row, { actor: 'Ada', reason: 'Told' });
    if (!command.ok) throw new Error(`${kind} ${row.id} cannot be read`);
    const expected = book.expect(kind, row);
    const admitted = admitOffice(command.value, set.known);
    const outcome = admitted.ok ? admitted.value.outcome : `refused ${admitted.refusal[0]?.code}`;
    if (outcome !== expected) wrong.push(`${kind} ${row.id}: ${outcome}, not ${expected}`);
    if (!admitted.ok || outcome === 'unchanged') return;
    set.take(admitted.value);
    book.enter(kind, row);
    const { version } = admitted.value.record;
    if (version !== book.kept.get(`${kind} ${row.id}`)?.version)
      wrong.push(`${kind} ${row.id}: at version ${version}`);
  }
}

/** Tells central so many commands, checks each answer, and says what of it all is not as the book has it. */
export async function playOffice(
  central: CentralInMemory,
  { seed, commands, mostAtOnce }: { seed: number; commands: number; mostAtOnce: number },
): Promise<{ readonly wrong: readonly string[]; readonly outcomes: ReadonlyMap<string, number> }> {
  const random = mulberry(seed);
  const book = openBook();
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  let told = 0;
  for (const said of ground) await take(said);
  while (told < commands) await take(tell(random, mostAtOnce));
  wrong.push(...(await unlikeRecords(central, book)));
  for (const site of sites) wrong.push(...(await unlikeFeed(central, book, site)));
  return { wrong, outcomes };

  async function take({ kind, rows }: Told): Promise<void> {
    const expected = rows.map((row) => {
      const outcome = book.expect(kind, row);
      if (/created|updated|withdrawn$/.test(outcome) && !outcome.startsWith('refused'))
        book.enter(kind, row);
      return outcome;
    });
    const { body } = await askOffice(central, {
      method: 'POST',
      path: `${kind}:batch`,
      body: { rows, by: told % 2 === 0 ? 'Ada' : 'Ben' },
    });
    const answered = BatchAnswer.parse(body).rows.map(({ outcome, errors }) =>
      outcome === 'refused' ? `refused ${errors?.[0]?.code}` : outcome,
    );
    for (const [at, outcome] of answered.entries()) {
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome !== expected[at])
        wrong.push(`${kind} ${rows[at]?.id}: ${outcome}, not ${expected[at]}`);
    }
    told += rows.length;
  }
}

async function unlikeRecords({ database }: CentralInMemory, book: Book): Promise<string[]> {
  const records = await database.rows.select().from(officeRecords);
  const found = new Map(records.map((it) => [`${it.kind} ${it.externalId}`, it]));
  const wrong = [...book.kept].flatMap(([key, { version, withdrawn }]) => {
    const record = found.get(key);
    const isSame = record?.version === version && (record.state === 'withdrawn') === withdrawn;
    return isSame
      ? []
      : [`${key}: ${record?.version} ${record?.state}, not ${version} ${withdrawn}`];
  });
  if (found.size !== book.kept.size) wrong.push(`${found.size} records, not ${book.kept.size}`);
  for (const { kind, ownId, version, body } of records) {
    const said = await database.rows
      .select()
      .from(officeChanges)
      .where(eq(officeChanges.ownId, ownId))
      .orderBy(asc(officeChanges.version));
    const newest = said.at(-1);
    if (said.length !== version || JSON.stringify(newest?.body) !== JSON.stringify(body))
      wrong.push(`${kind} ${ownId}: its history does not end in it`);
  }
  return wrong;
}

/** What a station of a site gets is its part of the book, and nothing besides. */
async function unlikeFeed(central: CentralInMemory, book: Book, site: string): Promise<string[]> {
  const station = await aStation(central, new Map(), own('sites', site));
  const got = new Map((await station.pullAll()).map((it) => [`${it.collection} ${it.id}`, it]));
  const drawn = [...(book.drawn.get(site) ?? [])];
  const cases = [...book.kept].filter(
    ([key, { row }]) => key.startsWith('returns ') && siteOf(row.body) === site,
  );
  const wanted = new Map<string, (change: Change) => boolean>();
  for (const [key, { row, withdrawn }] of cases)
    wanted.set(
      `cases ${own('returns', key.slice(8))}`,
      ({ body }) =>
        ((body as { cancelled: unknown }).cancelled !== null) === withdrawn &&
        (body as { rma: unknown }).rma === (row.body as { rma: unknown }).rma,
    );
  for (const name of drawn) {
    const [kind, id] = [name.startsWith('clients') ? 'clients' : 'order-lines', name.split(' ')[1]];
    const said = book.kept.get(name)?.row.body;
    if (kind === 'clients') {
      wanted.set(
        `clients ${own('clients', id ?? '')}`,
        ({ body }) => says(body, 'name') === says(said, 'name'),
      );
      wanted.set(`contracts ${own('contracts', `contract of ${id}`)}.v1`, () => true);
    } else
      wanted.set(
        `orderLines ${own('order-lines', id ?? '')}`,
        ({ body }) => says(body, 'shippedQuantity') === says(said, 'shippedQuantity'),
      );
  }
  const missing = [...wanted].flatMap(([key, isRight]) => {
    const change = got.get(key);
    return change && isRight(change) ? [] : [`${site} lacks ${key} as it is`];
  });
  const scoped = ['cases', 'clients', 'contracts', 'orderLines'];
  const more = [...got].filter(
    ([key, { collection, body }]) =>
      scoped.includes(collection) && body !== null && !wanted.has(key),
  );
  return [...missing, ...more.map(([key]) => `${site} has ${key}, which is not its own`)];
}

const says = (body: unknown, field: string): unknown => z.looseObject({}).parse(body)[field];

/** Numbers below 1, the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
