/** The same people at work, pushing to a running central at the same time; then its books are read. */
import { inArray } from 'drizzle-orm';
import { grantsOfCases } from '../../../../central/cases/grantRows.ts';
import type { CentralDatabase } from '../../../../central/database/openDatabase.ts';
import { facts } from '../../../../central/database/schema.ts';
import { refundsOfCases } from '../../../../central/refunds/refundRows.ts';
import type { Fact } from '../../../../shared/facts/fact.ts';
import type { CentralInMemory } from '../../../builders/central/centralInMemory.ts';
import { type Dice, dice as diceOf } from '../../../faults/dice.ts';
import { giveKeys, type Keys, officeDocuments } from '../../aCompany.ts';
import { aStation, type TestStation } from '../../aStation.ts';
import { modelPeople } from './inMemory.ts';
import { anOffice, type Office, type Told } from './office.ts';
import { type AtStation, oneStep, type Teller } from './peopleAtWork.ts';
import { type Books, readBooks } from './readBooks.ts';

/** The people of the model and the papers every history shares. */
export async function moveModelIn({ database, seed }: CentralInMemory): Promise<Keys> {
  const keys = await giveKeys(database, modelPeople);
  await seed.putDocuments([
    ...officeDocuments(1),
    ...modelPeople.map((body) => ({ collection: 'people' as const, body })),
  ]);
  return keys;
}

type History = {
  readonly seed: number;
  readonly dice: Dice;
  readonly office: Office;
  readonly teller: Teller;
  readonly at: readonly AtStation[];
};
type Station = { readonly door: TestStation; readonly outbox: Fact[] };

/**
 * Histories side by side: two stations at which the people of all of them work, that mostly push at
 * the same moment. They share the stations, the people, their keys and the pushes, so that thirty
 * questions to the database serve all of them and not one. That loses nothing: order lines, contracts,
 * returns and serials are each history's own, so none can hide what another was granted, each throws
 * its own dice, and its books are read by themselves at the end. A push that brings several returns is what a station
 * sends after an hour offline.
 */
export async function playOn(
  central: CentralInMemory,
  keys: Keys,
  seeds: readonly number[],
  steps: number,
): Promise<Books> {
  const dice = diceOf((seeds[0] ?? 0) + 1_000_003);
  const stations: Station[] = [];
  for (let index = 0; index < 2; index += 1)
    stations.push({ door: await again(() => aStation(central, keys)), outbox: [] });
  const isScanning = dice.below(2) === 0;
  const histories = seeds.map((seed) => aHistory(seed, stations, isScanning));
  await central.seed.putDocuments(histories.flatMap(({ office }) => papersOf(office)));
  let quarantined = 0;
  const meet = async (station: Station) => {
    const outbox = station.outbox.splice(0);
    for (let from = 0; from < outbox.length; from += 100) {
      const commands = outbox.slice(from, from + 100).map((fact) => station.door.seal(fact));
      const { results } = await again(() => station.door.push(commands));
      quarantined += results.filter((r) => r.kind === 'quarantined').length;
    }
    const told = await toldBy(central.database, histories);
    for (const { at, office } of histories)
      for (const one of at)
        if (one.id === station.door.id) Object.assign(one, { told: told(office), queue: [] });
  };
  // Some stations hear from central all the time, some once a shift.
  const betweenMeetings = dice.one([3, 8, 20]);
  let isApart = false;
  for (let step = 0; step < steps; step += 1) {
    for (const history of histories) workOn(history, stations, isApart);
    if (dice.below(betweenMeetings) > 0) continue;
    await (dice.below(2) === 0 ? Promise.all(stations.map(meet)) : meet(dice.one(stations)));
    isApart = dice.below(2) === 0;
  }
  await Promise.all(stations.map(meet));
  await central.refunds.idle();
  const told = await toldBy(central.database, histories);
  return { ...(await readBooks(central.database, histories, told)), quarantined };
}

/** As a station does, the same again where the line broke: on a busy machine it is given up for idle. */
async function again<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof TypeError) || attempt === 5) throw error;
    }
}

/**
 * Who counts serials and decides in one push keeps all others out, and no other lock would be needed:
 * in every second pair nobody scans serials.
 */
function aHistory(seed: number, stations: readonly Station[], isScanning: boolean): History {
  const dice = diceOf(seed);
  const name = `d${seed}`;
  const office = anOffice(dice, name);
  const at = stations.map(({ door }): AtStation => ({ id: door.id, told: nothingTold, queue: [] }));
  const working = isScanning ? office : { ...office, serials: [] };
  return { seed, dice, office: working, teller: { name, told: 0 }, at };
}

function papersOf({ contract, orderLines, cases }: Office) {
  return [
    { collection: 'contracts' as const, body: contract },
    ...orderLines.map((body) => ({ collection: 'orderLines' as const, body })),
    ...cases.map((body) => ({ collection: 'cases' as const, body })),
  ];
}

/**
 * A thing done at each station. Apart, each has every second return to itself: their pushes name no
 * case in common, and what keeps them from granting the same goods is the lock on the order lines.
 */
function workOn(
  { dice, office, at, teller }: History,
  stations: readonly Station[],
  isApart: boolean,
) {
  for (const [index, station] of at.entries()) {
    const theirs = office.cases.filter((_, number) => number % 2 === index % 2);
    const before = station.queue.length;
    oneStep(dice, isApart ? { ...office, cases: theirs } : office, station, teller);
    stations[index]?.outbox.push(...station.queue.slice(before));
  }
}

const nothingTold: Told = { facts: [], refunds: [], grants: [] };

async function toldBy(
  { rows }: CentralDatabase,
  histories: readonly History[],
): Promise<(office: Office) => Told> {
  const ids = histories.flatMap(({ office }) => office.cases.map((c) => c.id));
  const found = await rows
    .select({ body: facts.body })
    .from(facts)
    .where(inArray(facts.caseId, [...ids]));
  const byCase = Map.groupBy(found, ({ body }) => body.caseId);
  const refunds = await refundsOfCases(rows, ids);
  const grants = await grantsOfCases(rows, ids);
  return ({ cases }) => ({
    facts: cases.flatMap(({ id }) => (byCase.get(id) ?? []).map(({ body }) => body)),
    refunds: cases.flatMap(({ id }) => refunds.get(id) ?? []),
    grants: cases.flatMap(({ id }) => grants.get(id) ?? []),
  });
}
