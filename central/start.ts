/**
 * node central/start.ts [--demo] [--data DIR] [--host 127.0.0.1] [--port N] [--ready-file F]
 *   [--tls-cert FILE --tls-key FILE] [--trusted-proxy ADDRESS …] [--host-name NAME …]
 *   [--no-bare-tokens] [--bootstrap-again] [--page DIR]
 *
 * One JSON line on standard output says that central is ready; logs go to standard error.
 * QUAYSIDE_DATA                  what --data is when it is not given
 * DATABASE_URL                   PostgreSQL instead of the embedded database below --data
 * QUAYSIDE_ADMIN_TOKEN           the bootstrap token; else one is made at the first start, in a file below
 *                                --data that only this user reads
 * QUAYSIDE_REFUND_WEBHOOK_URL    where refunds are instructed, signed with
 * QUAYSIDE_REFUND_WEBHOOK_SECRET (whsec_…); without them the register is the instruction
 * QUAYSIDE_BANK_KEY              seals clients' bank accounts: base64 of 32 bytes, the same for every central of a
 *                                database; else one is made in a file below --data that only this user reads
 * QUAYSIDE_PHOTO_BUCKET          an S3 bucket for photos instead of a folder below --data, with
 * QUAYSIDE_PHOTO_ENDPOINT        for a service that is not Amazon's, and AWS_REGION and credentials
 * QUAYSIDE_LOG_LEVEL             info
 */
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { z } from 'zod';
import { localDateOf } from '../shared/deadlines/localDay.ts';
import { FolderInUse } from '../shared/node/folderLock.ts';
import { DiskNearlyFull } from './database/freeSpace.ts';
import { clearOut, demoState, setDemoState, startEpoch } from './database/metaRows.ts';
import type { CentralDatabase } from './database/openDatabase.ts';
import { SchemaRefused } from './database/schemaState.ts';
import { isEmpty } from './documents/documentRows.ts';
import { type Door, ownDoor } from './http/listening.ts';
import { withoutData } from './log.ts';
import { hasAdministrators } from './people/administratorRows.ts';
import type { PhotoStore } from './photos/photoStore.ts';
import { databasePlace, photoPlace, usualFolder } from './places.ts';
import { bankVault, newBankKey } from './refunds/bankVault.ts';
import { type RefundPort, registerOnly } from './refunds/refundPort.ts';
import { webhookPort } from './refunds/webhookPort.ts';
import { seedTools } from './seedTools.ts';
import { startCentral } from './startCentral.ts';

const { values: given } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    data: { type: 'string', default: usualFolder },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '7420' },
    /** PEM files; read at the start. */
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    /** The proxy in front, whose X-Forwarded-For is believed. */
    'trusted-proxy': { type: 'string', multiple: true, default: [] },
    /** A name stations and browsers ask under. */
    'host-name': { type: 'string', multiple: true, default: [] },
    /** Takes a bootstrap token again after it was retired: no administrator has a token any more. */
    'bootstrap-again': { type: 'boolean', default: false },
    /** Once every station has proved its key: none is served without one. */
    'no-bare-tokens': { type: 'boolean', default: false },
    /** Where central's page was built. */
    page: { type: 'string', default: path.join(import.meta.dirname, '../dist/office') },
    'ready-file': { type: 'string' },
    'enrol-at': { type: 'string' },
    /** After restoring a back-up: stations read everything again and offer what came after it. */
    'new-epoch': { type: 'boolean', default: false },
    /** PostgreSQL with data in it: change its schema now, since a back-up was made. */
    migrate: { type: 'boolean', default: false },
  },
});
const environment = process.env;
const logger = pino(
  { level: environment['QUAYSIDE_LOG_LEVEL'] ?? 'info', serializers: { err: withoutData } },
  pino.destination({ fd: 2, sync: true }),
);

async function main(): Promise<void> {
  const folder = path.resolve(given.data);
  if (environment['DATABASE_URL'] === undefined)
    logger.warn(
      'Embedded database: for demonstrations and trials. Set DATABASE_URL to PostgreSQL before real refunds.',
    );
  const central = await startCentral({
    database: databasePlace(folder, given.migrate),
    photoPlace: photoPlace(folder),
    host: given.host,
    port: Number(given.port),
    refundPort: refundPort(),
    bankVault: bankVault(await bankKey(folder)),
    adminToken: environment['QUAYSIDE_ADMIN_TOKEN'] ?? null,
    bootstrapAgain: given['bootstrap-again'],
    limits: { requests: 6000, enrolments: 10 },
    door: await door(),
    acceptBareTokens: !given['no-bare-tokens'],
    page: builtPage(),
    importsFolder: path.join(folder, 'imports'),
    version: await version(),
    now: () => new Date(),
    logger,
    prepare,
  });
  stopOn(['SIGTERM', 'SIGINT'], () => central.close());
  if (central.newAdminToken !== null) await keepAdminToken(folder, central.newAdminToken);
  if (central.newSignInLink !== null)
    await keepSignInLink(folder, `${central.url}/office/#link=${central.newSignInLink}`);
  // Nobody is sent to a link that was used.
  else if (await hasAdministrators(central.database.rows))
    await rm(path.join(folder, 'sign-in-link'), { force: true });
  const site = given['enrol-at'] ?? (given.demo ? await demoSite() : null);
  await sayReady({
    ready: true,
    url: central.url,
    enrolmentCode: site === null ? null : await central.enrolmentCode(site),
  });
  logger.info({ url: central.url, database: central.database.kind }, 'central is ready');
}

async function door(): Promise<Door> {
  const { 'tls-cert': cert, 'tls-key': key, 'trusted-proxy': proxies, 'host-name': names } = given;
  if ((cert === undefined) !== (key === undefined))
    throw new Error('--tls-cert and --tls-key belong together');
  const tls =
    cert === undefined || key === undefined
      ? null
      : { cert: await readFile(cert, 'utf8'), key: await readFile(key, 'utf8') };
  const isHere = ['127.0.0.1', '::1', 'localhost'].includes(given.host);
  if (tls === null && proxies.length === 0 && !isHere)
    logger.warn(
      'Tokens travel in the clear: give --tls-cert and --tls-key, or put a proxy in front',
    );
  return { ...ownDoor, tls, trustedProxies: proxies, hostNames: names };
}

/** Logs are kept and read by many; this file is for whoever started central, to be taken away. */
async function keepAdminToken(folder: string, token: string): Promise<void> {
  const file = await keepForOne(folder, 'admin-token', token);
  logger.warn(
    { file },
    'the bootstrap token is in this file: name administrators with it and delete it',
  );
}

/** With it the first administrator comes in; on a terminal it is said too, never in a log. */
async function keepSignInLink(folder: string, link: string): Promise<void> {
  const file = await keepForOne(folder, 'sign-in-link', link);
  logger.info(
    { file },
    'the first administrator signs in with the link in this file, within a day',
  );
  if (process.stderr.isTTY) process.stderr.write(`\nThe first administrator: ${link}\n\n`);
}

/** In no back-up of the database: what it seals is worth nothing without it. */
async function bankKey(folder: string): Promise<string> {
  const own = environment['QUAYSIDE_BANK_KEY'];
  if (own !== undefined) return own;
  const file = path.join(folder, 'bank-key');
  if (existsSync(file)) return readFile(file, 'utf8');
  const key = newBankKey();
  await keepForOne(folder, 'bank-key', key);
  return key;
}

async function keepForOne(folder: string, name: string, secret: string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** Null where it was not built. */
function builtPage(): string | null {
  const folder = path.resolve(given.page);
  return existsSync(path.join(folder, 'office.html')) ? folder : null;
}

async function prepare(database: CentralDatabase, photos: PhotoStore): Promise<void> {
  if (given['new-epoch']) await database.write((rows) => startEpoch(rows, new Date()));
  if (given.demo) await moveDemoIn(database, photos);
}

async function moveDemoIn(database: CentralDatabase, photos: PhotoStore): Promise<void> {
  const state = await demoState(database.rows);
  if (state === 'movingIn') await database.write(clearOut);
  else if (!(await isEmpty(database))) return;
  const started = Date.now();
  await database.write((rows) => setDemoState(rows, 'movingIn'));
  const { seedDemoCompany } = await import('./demo/seedDemoCompany.ts');
  const { sites } = await import('./demo/company/sites.ts');
  const today = localDateOf(new Date().toISOString(), sites.ewr.timeZone);
  await seedDemoCompany(database, { today, ...seedTools(database, photos) });
  await database.write((rows) => setDemoState(rows, 'livedIn'));
  logger.info({ ms: Date.now() - started }, 'the demo company moved in');
}

async function demoSite(): Promise<string> {
  const { mainSiteId } = await import('./demo/company/sites.ts');
  return mainSiteId;
}

function refundPort(): RefundPort {
  const url = environment['QUAYSIDE_REFUND_WEBHOOK_URL'];
  if (url === undefined) return registerOnly;
  const secret = environment['QUAYSIDE_REFUND_WEBHOOK_SECRET'];
  if (secret === undefined)
    throw new Error('QUAYSIDE_REFUND_WEBHOOK_URL is set, QUAYSIDE_REFUND_WEBHOOK_SECRET is not');
  return webhookPort(url, secret);
}

async function sayReady(ready: Readonly<Record<string, unknown>>): Promise<void> {
  const line = `${JSON.stringify(ready)}\n`;
  const file = given['ready-file'];
  if (file !== undefined) {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await writeFile(`${file}.new`, line, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  process.stdout.write(line);
}

/** The first signal lets everything finish; a second one does not wait. */
function stopOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  let stopping = false;
  for (const signal of signals)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      logger.info({ signal }, 'central stops');
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'central did not stop cleanly');
          process.exit(1);
        },
      );
    });
}

/** Of the package.json above: the project's, or the installed central's own. */
async function version(): Promise<string> {
  const file = path.join(import.meta.dirname, '..', 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8'))).version;
}

/** Nothing broke: somebody has to do something before central can start. */
function isForAPerson(error: unknown): error is Error {
  return (
    error instanceof FolderInUse ||
    error instanceof SchemaRefused ||
    error instanceof DiskNearlyFull
  );
}

main().catch((error: unknown) => {
  if (isForAPerson(error)) process.stderr.write(`${error.message}\n`);
  else logger.fatal({ err: error }, 'central cannot start');
  process.exit(1);
});
