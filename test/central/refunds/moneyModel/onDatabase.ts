/** The same people at work, pushing to a running central at the same time; then its books are read. */
import { generateKeyPairSync } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { grantsOfCases } from '../../../../central/cases/grantRows.ts';
import { ledgerEntries, ledgerLines } from '../../../../central/database/ledgerSchema.ts';
import type { CentralDatabase } from '../../../../central/database/openDatabase.ts';
import { facts, personKeys } from '../../../../central/database/schema.ts';
import { refundsOfCases } from '../../../../central/refunds/refundRows.ts';
import { invoicedFor } from '../../../../shared/policy/decide/eligible.ts';
import type { CentralInMemory } from '../../../builders/central/centralInMemory.ts';
import { dice as diceOf } from '../../../faults/dice.ts';
import { type Keys, officeDocuments } from '../../aCompany.ts';
import { aStation, type TestStation } from '../../aStation.ts';
import { modelPeople } from './inMemory.ts';
import { checkSigners } from './naiveLedger.ts';
import { anOffice, type Office, type Told } from './office.ts';
import { type AtStation, oneStep, type Teller } from './peopleAtWork.ts';

/** The people of the model and the papers every history shares. */
export async function moveModelIn({ database, seed }: CentralInMemory): Promise<Keys> {
  const pairs = modelPeople.map(({ id }) => ({
    id,
    ...generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  }));
  await database.write((rows) =>
    rows.insert(personKeys).values(
      pairs.map(({ id, publicKey }) => ({
        personId: id,
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
        wrappedKey: 'never opened in these tests',
        salt: '',
      })),
    ),
  );
  await seed.putDocuments([
    ...officeDocuments(1),
    ...modelPeople.map((body) => ({ collection: 'people' as const, body })),
  ]);
  return new Map(pairs.map(({ id, privateKey }) => [id, privateKey]));
}

export type Books = {
  readonly wrong: readonly string[];
  readonly granted: number;
  readonly refunds: number;
  readonly quarantined: number;
};

/** One history: two stations that mostly push at the same moment. */
export async function playOn(
  central: CentralInMemory,
  keys: Keys,
  seed: number,
  steps: number,
): Promise<Books> {
  const dice = diceOf(seed);
  const name = `d${seed}`;
  const office = anOffice(dice, name);
  await central.seed.putDocuments([
    { collection: 'contracts', body: office.contract },
    ...office.orderLines.map((body) => ({ collection: 'orderLines' as const, body })),
    ...office.cases.map((body) => ({ collection: 'cases' as const, body })),
  ]);
  const stations: (AtStation & { readonly door: TestStation })[] = [];
  for (let index = 0; index < 2; index += 1) {
    const door = await aStation(central, keys);
    stations.push({ id: door.id, door, told: nothingTold, queue: [] });
  }
  const teller: Teller = { name, told: 0 };
  let quarantined = 0;
  const meet = async (station: (typeof stations)[number]) => {
    const queue = station.queue.splice(0);
    for (let from = 0; from < queue.length; from += 50) {
      const { results } = await station.door.record(...queue.slice(from, from + 50));
      quarantined += results.filter((r) => r.kind === 'quarantined').length;
    }
    station.told = await toldBy(central.database, office);
  };
  // Some stations hear from central all the time, some once a shift.
  const betweenMeetings = dice.one([3, 8, 20]);
  for (let step = 0; step < steps; step += 1) {
    for (const station of stations) oneStep(dice, office, station, teller);
    if (dice.below(betweenMeetings) > 0) continue;
    await (dice.below(2) === 0 ? Promise.all(stations.map(meet)) : meet(dice.one(stations)));
  }
  await Promise.all(stations.map(meet));
  await central.refunds.idle();
  return { ...(await readBooks(central.database, office)), quarantined };
}

const nothingTold: Told = { facts: [], refunds: [], grants: [] };

async function toldBy({ rows }: CentralDatabase, office: Office): Promise<Told> {
  const ids = office.cases.map((c) => c.id);
  const found = await rows
    .select({ body: facts.body })
    .from(facts)
    .where(inArray(facts.caseId, [...ids]));
  return {
    facts: found.map(({ body }) => body),
    refunds: [...(await refundsOfCases(rows, ids)).values()].flat(),
    grants: [...(await grantsOfCases(rows, ids)).values()].flat(),
  };
}

async function readBooks(
  database: CentralDatabase,
  office: Office,
): Promise<Omit<Books, 'quarantined'>> {
  const wrong: string[] = [];
  const told = await toldBy(database, office);
  const say = (what: string) => void wrong.push(what);
  for (const line of office.orderLines) {
    const [sums] = await database.rows
      .select()
      .from(ledgerLines)
      .where(eq(ledgerLines.orderLineId, line.id));
    const entries = await database.rows
      .select()
      .from(ledgerEntries)
      .where(eq(ledgerEntries.orderLineId, line.id));
    const added = told.grants.flatMap((grant) =>
      grant.added.filter((a) => a.orderLineId === line.id).map((a) => ({ ...a, grant })),
    );
    const total = (of: (one: (typeof added)[number]) => number) =>
      added.reduce((sum, one) => sum + of(one), 0);
    const beyond = added.filter(
      ({ grant }) => grant.decision === 'override' && new Set(grant.signedBy).size === 2,
    );
    const value = total((a) => a.value);
    const paid = total((a) => a.paid);
    const mayAlso = beyond.reduce((sum, a) => sum + a.value, 0);
    const mayAlsoUnits = beyond.reduce((sum, a) => sum + a.quantity, 0);
    if (value > invoicedFor(line) + mayAlso) say(`${line.id}: granted ${value}`);
    if (total((a) => a.quantity) > line.shippedQuantity + mayAlsoUnits)
      say(`${line.id}: granted ${total((a) => a.quantity)} units`);
    const refunded = told.refunds
      .flatMap((refund) => refund.lines)
      .filter((l) => l.orderLineId === line.id)
      .reduce((sum, l) => sum + l.amount, 0);
    if (refunded !== paid) say(`${line.id}: refunds ${refunded}, granted ${paid}`);
    if ((sums?.value ?? 0) !== value || (sums?.paid ?? 0) !== paid)
      say(`${line.id}: its books say ${sums?.value} and ${sums?.paid}, not ${value} and ${paid}`);
    if (entries.reduce((sum, e) => sum + e.value, 0) !== value)
      say(`${line.id}: its entries are others`);
  }
  for (const grant of told.grants) {
    const ofCase = told.facts.filter((f) => f.caseId === grant.caseId);
    checkSigners(grant, ofCase, grant.signedBy.length === 2, (what) => say(`${grant.id}: ${what}`));
    const refund = told.refunds.find((r) => r.id === grant.refundId);
    const pays = grant.added.reduce((sum, a) => sum + a.paid, 0);
    if ((refund?.amount ?? 0) !== pays) say(`${grant.id}: refunds ${refund?.amount}, not ${pays}`);
  }
  const named = told.grants.flatMap((grant) => grant.refundId ?? []);
  if (new Set(named).size !== named.length) say('a refund was granted twice');
  if (told.refunds.some((refund) => !named.includes(refund.id))) say('a refund nobody granted');
  return { wrong, granted: told.grants.length, refunds: told.refunds.length };
}
