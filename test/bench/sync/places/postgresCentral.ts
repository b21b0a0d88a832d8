/** The real central on a PostgreSQL server, and a station's signed commands for it. */
import type { Fact } from '../../../../shared/facts/fact.ts';
import { startCentral as start } from '../../../builders/central/centralInMemory.ts';
import {
  findPostgres,
  type PostgresServer,
  startPostgres,
} from '../../../builders/central/postgresServer.ts';
import { type Keys, moveInWithoutPins } from '../../../central/aCompany.ts';
import { aReturn } from '../../../central/aReturn.ts';
import { aStation } from '../../../central/aStation.ts';
import { benchCase, factsOfReturns, numbers, returnsOf } from '../goods.ts';
import type { Place } from '../place.ts';
import { bareServer } from './bareServer.ts';
import { slowLine } from './slowLine.ts';

type Prepared = { readonly server: PostgresServer; readonly url: string; readonly keys: Keys };

let prepared: Promise<Prepared> | null = null;
const mostReturns = returnsOf(10_000);

/** One server for the whole run, and a database to copy: the company and its cases. */
async function prepare(): Promise<Prepared> {
  const bin = findPostgres();
  if (bin === null) throw new Error('PostgreSQL is not installed');
  const server = await startPostgres(bin);
  const url = await server.createDatabase();
  let keys: Keys = new Map();
  const central = await start({
    place: { kind: 'postgres', url },
    fill: async (tools, database) => {
      keys = await moveInWithoutPins(tools, database, 0);
      await tools.putDocuments(
        numbers(mostReturns).map((n) => ({ collection: 'cases', body: benchCase(n) })),
      );
    },
  });
  await central.close();
  return { server, url, keys };
}

export async function stopPostgres(): Promise<void> {
  const open = prepared;
  prepared = null;
  await (await open)?.server.stop();
}

/** A central of its own on a copy of that database, with one enrolled station and what it sends. */
export async function openPostgresCentral(facts: readonly Fact[]) {
  prepared ??= prepare();
  const { server, url, keys } = await prepared;
  const central = await start({
    place: { kind: 'postgres', url: await server.createDatabase(url) },
  });
  const station = await aStation(central, keys);
  const commands = facts.map((fact) => station.seal(fact));
  return { central, station, commands, close: () => central.close() };
}

export async function postgresCentral(count: number): Promise<Place> {
  const { central, station, commands, close } = await openPostgresCentral(factsOfReturns(count));
  const given = await bareServer({ durable: false, commands, feed: [] });
  return {
    at: { ...given.at, url: central.url, token: station.token },
    async close() {
      await given.close();
      await close();
    },
  };
}

/** Whole returns up to their approval, for a station behind a slow line. */
export async function centralBehindSlowLine(count: number): Promise<Place> {
  const facts = numbers(count + 10).flatMap((n) => {
    const { inspected, approval } = aReturn(n);
    return [...inspected, approval];
  });
  // All that is inspected first: the approvals follow one by one.
  const inOrder = facts.toSorted((a, b) => rank(a) - rank(b));
  const { central, station, commands, close } = await openPostgresCentral(inOrder);
  const given = await bareServer({ durable: false, commands, feed: [] });
  const line = await slowLine(central.url);
  return {
    at: { ...given.at, url: line.url, token: station.token },
    async close() {
      line.close();
      await given.close();
      await close();
    },
  };
}

function rank({ kind }: Fact): number {
  return kind === 'verdictDecided' ? 1 : 0;
}
