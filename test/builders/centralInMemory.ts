/** A whole central in this process, listening on a loopback port, its database gone with it. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { CentralDatabase, DatabasePlace } from '../../central/database/openDatabase.ts';
import type { PhotoStore } from '../../central/photos/photoStore.ts';
import { type RefundPort, registerOnly } from '../../central/refunds/refundPort.ts';
import type { Refunds } from '../../central/refunds/startRefunds.ts';
import { type SeedTools, seedTools } from '../../central/returns/seedTools.ts';
import { startCentral as start } from '../../central/startCentral.ts';
import type { LocalDate } from '../../shared/returns/time.ts';

export type CentralInMemory = {
  readonly url: string;
  readonly database: CentralDatabase;
  readonly photos: PhotoStore;
  readonly refunds: Refunds;
  readonly adminToken: string;
  /** For putting in documents, people and facts later on. */
  readonly seed: SeedTools;
  /** A fresh one-time code; for the demo company's main site when none is named. */
  enrolmentCode(siteId?: string): Promise<string>;
  close(): Promise<void>;
};

export type CentralOptions = {
  /** Moves the demo company in, as of this day. */
  readonly demo?: LocalDate;
  /** Fills it before it listens. */
  readonly fill?: (tools: SeedTools) => Promise<void>;
  readonly now?: () => Date;
  readonly refundPort?: RefundPort;
  readonly limits?: { readonly requests: number; readonly enrolments: number };
  /** Instead of memory: a PostgreSQL address, or a folder. */
  readonly place?: DatabasePlace;
};

export async function startCentral(options: CentralOptions = {}): Promise<CentralInMemory> {
  const adminToken = `admin-${randomUUID()}`;
  let tools: SeedTools | undefined;
  const central = await start({
    database: options.place ?? { kind: 'memory', from: await migratedDump() },
    photoFolder: null,
    host: '127.0.0.1',
    port: 0,
    refundPort: options.refundPort ?? registerOnly,
    adminToken,
    limits: options.limits ?? { requests: 1_000_000, enrolments: 1_000_000 },
    version: 'test',
    now: options.now ?? (() => new Date()),
    logger: false,
    async prepare(database, photos) {
      tools = seedTools(database, photos);
      if (options.demo !== undefined) {
        const { seedDemoCompany } = await import('../../central/demo/seedDemoCompany.ts');
        await seedDemoCompany(database, { today: options.demo, ...tools });
      }
      await options.fill?.(tools);
    },
  });
  if (!tools) throw new Error('central started without being prepared');
  return {
    ...central,
    adminToken,
    seed: tools,
    async enrolmentCode(siteId = 'ewr') {
      const code = await central.enrolmentCode(siteId);
      if (code === null) throw new Error(`No site ${siteId} at this central`);
      return code;
    },
  };
}

const migrations = path.join(import.meta.dirname, '../../central/database/migrations');
const cache = path.join(import.meta.dirname, '../../node_modules/.cache/quayside');

/** A new database takes seconds to make; an empty one with the schema in it is loaded in less. */
export async function migratedDump(): Promise<Blob> {
  const hash = createHash('sha256');
  for (const file of (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort())
    hash.update(await readFile(path.join(migrations, file)));
  const file = path.join(cache, `central-${hash.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(file)) await dumpTo(file);
  return new Blob([await readFile(file)]);
}

async function dumpTo(file: string): Promise<void> {
  const client = await PGlite.create();
  await migrate(drizzle(client), { migrationsFolder: migrations });
  const dump = await client.dumpDataDir('none');
  await client.close();
  await mkdir(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(fresh, Buffer.from(await dump.arrayBuffer()));
  await rename(fresh, file);
}
