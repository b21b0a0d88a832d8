/** A whole central in this process, listening on a loopback port, its database gone with it. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { CentralDatabase, DatabasePlace } from '../../../central/database/openDatabase.ts';
import type { Door } from '../../../central/http/listening.ts';
import type { Quotas } from '../../../central/people/quotas.ts';
import { openPhotoStore, type PhotoPlace } from '../../../central/photos/openPhotoStore.ts';
import type { PhotoStore } from '../../../central/photos/photoStore.ts';
import type { BankVault } from '../../../central/refunds/bankVault.ts';
import { type RefundPort, registerOnly } from '../../../central/refunds/refundPort.ts';
import type { Refunds } from '../../../central/refunds/startRefunds.ts';
import { type SeedTools, seedTools } from '../../../central/seedTools.ts';
import { startCentral as start } from '../../../central/startCentral.ts';
import type { LocalDate } from '../../../shared/facts/time.ts';
import { cache, dumpIn, migratedDump } from './emptyDatabase.ts';

export type CentralInMemory = {
  readonly url: string;
  readonly database: CentralDatabase;
  readonly photos: PhotoStore;
  readonly photoFolder: string;
  readonly refunds: Refunds;
  readonly adminToken: string;
  /** For the first administrator; null: its database knew one. */
  readonly newSignInLink: string | null;
  /** For putting in documents, people and facts later on; it cannot sign for the demo's people. */
  readonly seed: SeedTools;
  /** A fresh one-time code; for the demo company's main site when none is named. */
  enrolmentCode(siteId?: string): Promise<string>;
  close(): Promise<void>;
};

export type CentralOptions = {
  /** The demo company, as of this day. Not together with `place`. */
  readonly demo?: LocalDate;
  /** Fills it before it listens. */
  readonly fill?: (tools: SeedTools, database: CentralDatabase) => Promise<void>;
  readonly now?: () => Date;
  readonly refundPort?: RefundPort;
  readonly bankVault?: BankVault;
  readonly limits?: { readonly requests: number; readonly enrolments: number };
  readonly door?: Door;
  /** Per station, instead of the usual ones. */
  readonly quotas?: Quotas;
  /** Without proofs, as from stations of earlier versions; taken when left out. */
  readonly acceptBareTokens?: boolean;
  /** Where central's page was built. */
  readonly page?: string;
  /** The oldest contract it serves. */
  readonly minimumContractVersion?: number;
  /** Instead of memory: a PostgreSQL address, or a folder. */
  readonly place?: DatabasePlace;
  /** Instead of a folder that goes with it. */
  readonly photoPlace?: PhotoPlace;
};

export async function startCentral(options: CentralOptions = {}): Promise<CentralInMemory> {
  const adminToken = `admin-${randomUUID()}`;
  let tools: SeedTools | undefined;
  const photoFolder = await mkdtemp(path.join(os.tmpdir(), 'quayside-photos-'));
  const demo = options.demo === undefined ? null : await demoCompanyOf(options.demo);
  const central = await start({
    database: options.place ?? { kind: 'memory', from: demo?.dump ?? (await migratedDump()) },
    photoPlace: options.photoPlace ?? { kind: 'folder', folder: photoFolder },
    host: '127.0.0.1',
    port: 0,
    refundPort: options.refundPort ?? registerOnly,
    adminToken,
    limits: options.limits ?? { requests: 1_000_000, enrolments: 1_000_000 },
    version: 'test',
    ...(options.page !== undefined && { page: options.page }),
    ...(options.bankVault && { bankVault: options.bankVault }),
    ...(options.door && { door: options.door }),
    ...(options.quotas && { quotas: options.quotas }),
    ...(options.acceptBareTokens !== undefined && { acceptBareTokens: options.acceptBareTokens }),
    ...(options.minimumContractVersion !== undefined && {
      minimumContractVersion: options.minimumContractVersion,
    }),
    now: options.now ?? (() => new Date()),
    logger: false,
    async prepare(database, photos) {
      tools = seedTools(database, photos);
      if (demo) await cp(demo.photos, photoFolder, { recursive: true, force: true });
      await options.fill?.(tools, database);
    },
  });
  if (!tools) throw new Error('central started without being prepared');
  return {
    ...central,
    photoFolder,
    adminToken,
    seed: tools,
    async close() {
      await central.close();
      await rm(photoFolder, { recursive: true, force: true });
    },
    async enrolmentCode(siteId = 'ewr') {
      const code = await central.enrolmentCode(siteId);
      if (code === null) throw new Error(`No site ${siteId} at this central`);
      return code;
    },
  };
}

/** Moving in takes ten seconds; the company of a day is made once and then loaded. */
async function demoCompanyOf(today: LocalDate): Promise<{ dump: Blob; photos: string }> {
  const folder = path.join(cache, `demo-${today}-${await sourcesHash()}`);
  if (!existsSync(folder)) await moveDemoInto(folder, today);
  const dump = await dumpIn(path.join(folder, 'database.tar'));
  return { dump, photos: path.join(folder, 'photos') };
}

async function moveDemoInto(folder: string, today: LocalDate): Promise<void> {
  const fresh = `${folder}.${process.pid}.${randomUUID()}`;
  const photos = await openPhotoStore({ kind: 'folder', folder: path.join(fresh, 'photos') });
  const client = await PGlite.create({ loadDataDir: await migratedDump() });
  const rows = drizzle(client);
  const database: CentralDatabase = {
    kind: 'pglite',
    rows,
    write: (work) => rows.transaction(work),
    close: () => client.close(),
  };
  const { seedDemoCompany } = await import('../../../central/demo/seedDemoCompany.ts');
  await seedDemoCompany(database, { today, ...seedTools(database, photos) });
  const dump = await client.dumpDataDir('none');
  await database.close();
  await writeFile(path.join(fresh, 'database.tar'), Buffer.from(await dump.arrayBuffer()));
  // Somebody else may have been quicker with the same.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
}

/** The company is as good as the code that made it and the rules it was admitted by. */
async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const room of ['central', 'shared']) {
    const folder = path.join(import.meta.dirname, '../../..', room);
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => /\.(ts|sql|png|jpg|webp)$/.test(name)).toSorted())
      hash.update(file).update(await readFile(path.join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
