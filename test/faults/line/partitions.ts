/** A central and three stations in network namespaces that lose and find each other, round by round. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type CentralDatabase, openDatabase } from '../../../central/database/openDatabase.ts';
import { issueEnrolmentCode } from '../../../central/people/stationRows.ts';
import { assertNever } from '../../../shared/result.ts';
import { startPostgres } from '../../builders/central/postgresServer.ts';
import { officeDocuments, people } from '../../central/aCompany.ts';
import { centralHolds, differences } from '../agreement.ts';
import { fillCentral, startCentralProcess } from '../central/centralProcess.ts';
import type { Dice } from '../dice.ts';
import { keepTidy } from '../keepTidy.ts';
import { makeNetwork, type SmallNetwork } from '../namespaces.ts';
import {
  type StationPlace,
  type StationProcess,
  startStationProcess,
} from '../station/stationProcesses.ts';

const names = ['dock', 'bench', 'desk'] as const;
const port = 7420;
/** A server that its test could not stop, and the folders. */
const removal = `kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" 2> /dev/null
sleep 1
rm -rf "$@"`;

export type Warehouse = {
  readonly network: SmallNetwork;
  readonly stations: Map<string, StationProcess>;
  /** Every fact a station has said is saved. */
  readonly saved: Set<string>;
  readonly killAndRestart: (place: string) => Promise<void>;
  /** In what they differ now. */
  readonly compare: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** `postgres`: where its programs are. It runs outside, reached by its socket. */
export async function aWarehouse(postgres: string): Promise<Warehouse> {
  const ends: (() => Promise<unknown>)[] = [];
  async function close(): Promise<void> {
    for (const end of ends.splice(0).reverse()) await end();
  }
  try {
    return await opened(postgres, ends, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function opened(
  postgres: string,
  ends: (() => Promise<unknown>)[],
  close: () => Promise<void>,
): Promise<Warehouse> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'quayside-partitions-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  const server = await startPostgres(postgres);
  const keeper = keepTidy(removal, [server.folder, folder]);
  ends.push(async () => {
    await server.stop();
    await keeper.tidy();
  });
  const address = await server.createDatabase();
  const centralFolder = path.join(folder, 'central');
  const codes = await fillCentral(
    { kind: 'postgres', url: address },
    centralFolder,
    async (tools, empty) => {
      const [dora] = people;
      if (dora) await tools.registerPerson(dora, '123456');
      await tools.putDocuments(officeDocuments(40));
      return await Promise.all(names.map(() => aCode(empty)));
    },
  );
  const database = await openDatabase({ kind: 'postgres', url: address });
  ends.push(() => database.close());

  const network = await makeNetwork(['central', ...names]);
  ends.push(() => network.remove());
  const central = await startCentralProcess({
    folder: centralFolder,
    databaseUrl: server.throughSocket(address),
    within: network.within('central'),
    arguments: ['--host', network.address('central')],
    port,
  });
  ends.push(() => central.kill());

  const saved = new Set<string>();
  const stations = new Map<string, StationProcess>();
  ends.push(() => Promise.all([...stations.values()].map((station) => station.kill())));
  const placed = (place: string): StationPlace => ({
    place,
    within: network.within(place),
    folder: path.join(folder, place),
    centralUrl: central.url,
    onSaved: (id) => saved.add(id),
  });
  await Promise.all(
    names.map(async (place, at) => {
      const code = codes[at] ?? '';
      stations.set(place, await startStationProcess({ ...placed(place), code }));
    }),
  );
  const warehouse: Warehouse = {
    network,
    stations,
    saved,
    close,
    async killAndRestart(place) {
      await stations.get(place)?.kill();
      stations.set(place, await startStationProcess(placed(place)));
    },
    async compare() {
      const held = await Promise.all([...stations.values()].map((station) => station.report()));
      return differences(await centralHolds(database), held, saved);
    },
  };
  await allQuiet(warehouse);
  return warehouse;
}

async function aCode(database: CentralDatabase): Promise<string> {
  const issued = await database.write((rows) => issueEnrolmentCode(rows, 'site-1', new Date()));
  if (issued === null) throw new Error('no such site');
  return issued.code;
}

const partitions = ['one', 'several', 'central', 'askingLost', 'answersLost', 'narrow'] as const;
export type Partition = (typeof partitions)[number];

/** Throws a partition; the places that cannot reach central while it lasts. */
async function part(network: SmallNetwork, kind: Partition, thrown: Dice) {
  const first = thrown.one(names);
  switch (kind) {
    case 'one':
      await network.unplug(first);
      return [first];
    case 'several': {
      const cut = names.filter((name) => name !== first);
      await Promise.all(cut.map(network.unplug));
      return cut;
    }
    case 'central':
      await network.unplug('central');
      return names;
    case 'askingLost':
      await network.silence(first, 'central');
      return [first];
    case 'answersLost':
      await network.silence('central', first);
      return [first];
    case 'narrow':
      await network.narrow(first, 64);
      return [];
    default:
      return assertNever(kind);
  }
}

export type Round = {
  readonly kind: Partition;
  readonly killed: boolean;
  /** Saved facts that waited at stations that were cut off, just before the network was whole again. */
  readonly waited: number;
};

/** All save while the network is parted, one of them may be killed; then it heals and all is sent. */
export async function playRound(warehouse: Warehouse, thrown: Dice): Promise<Round> {
  const { network, stations } = warehouse;
  const kind = thrown.one(partitions);
  const cut = await part(network, kind, thrown);
  const victim = thrown.below(6) === 0 ? thrown.one(names) : null;
  const lasts = passed(200 + thrown.below(500));
  const facts = names.map(() => 1 + thrown.below(3));
  const afterMs = thrown.below(60);
  await Promise.all(
    names.map(async (name, at) => {
      const work = stations.get(name)?.tell({ kind: 'save', facts: facts[at] ?? 1 });
      if (name !== victim) return await work;
      // Killed in the middle of its work.
      await Promise.all([
        work?.catch(() => {}),
        passed(afterMs).then(() => warehouse.killAndRestart(name)),
      ]);
    }),
  );
  await lasts;
  const waiting = await Promise.all(
    cut.map(async (name) => (await stations.get(name)?.report())?.outbox ?? 0),
  );
  await network.heal();
  await allQuiet(warehouse);
  return { kind, killed: victim !== null, waited: waiting.reduce((sum, n) => sum + n, 0) };
}

/** Every station has sent everything and asked once more. */
export async function allQuiet({ stations }: Warehouse): Promise<void> {
  await Promise.all([...stations.values()].map((it) => it.tell({ kind: 'beQuiet' })));
}

/**
 * In what they differ when nobody has anything left to send. Asked again for a while: the feed holds
 * back what is newer than the oldest transaction still open.
 */
export async function divergence(warehouse: Warehouse): Promise<readonly string[]> {
  const end = performance.now() + 20_000;
  for (;;) {
    await allQuiet(warehouse);
    const found = await warehouse.compare();
    if (found.length === 0 || performance.now() > end) return found;
  }
}

/** How long a partition lasts, and when a process dies in it, is part of what is thrown. */
function passed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
