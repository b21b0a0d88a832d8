import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepWatchingCalendars } from './calendars/calendarsToRenew.ts';
import { backfillGrants } from './cases/backfillGrants.ts';
import { keepExpiringCases } from './cases/sweeps/expireCases.ts';
import { keepClocks } from './cases/sweeps/keepClocks.ts';
import { keepRetryingQuarantined } from './commands/retryQuarantined.ts';
import { type CentralDatabase, type DatabasePlace, openDatabase } from './database/openDatabase.ts';
import { ownDoor } from './http/listening.ts';
import { silent } from './log.ts';
import { adoptDocuments } from './office/adoptRows.ts';
import { fillFoundBy } from './office/foundByRows.ts';
import { prepareBootstrap } from './people/bootstrapRows.ts';
import { usualQuotas } from './people/quotas.ts';
import { firstSignInLink } from './people/signInLinkRows.ts';
import { issueEnrolmentCode } from './people/stationRows.ts';
import { openPhotoStore, type PhotoPlace } from './photos/openPhotoStore.ts';
import type { PhotoStore } from './photos/photoStore.ts';
import type { RefundPort } from './refunds/refundPort.ts';
import { type Refunds, startRefunds } from './refunds/startRefunds.ts';
import type { Deps } from './routes/central.ts';
import { buildServer } from './server.ts';
import { forgetLostPhotos } from './uploads/forgetLostPhotos.ts';

export type CentralSettings = {
  readonly database: DatabasePlace;
  readonly photoPlace: PhotoPlace;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly refundPort: RefundPort;
  /** Keeps clients' bank accounts; none are when left out. */
  readonly bankVault?: Deps['bankVault'];
  /** Of the bootstrap; null: made at the first start, and `newAdminToken` then tells it, once. */
  readonly adminToken: string | null;
  /** Takes a bootstrap token again after it was retired. */
  readonly bootstrapAgain?: boolean;
  readonly limits: Deps['limits'];
  /** Plain, on bare addresses and this machine's own names, when left out. */
  readonly door?: Deps['door'];
  /** Per station; the usual ones when left out. */
  readonly quotas?: Deps['quotas'];
  /** The folder of central's page; none is served when left out. */
  readonly page?: Deps['page'];
  /** Where tables lie while they are imported; a new folder below the system's own when left out. */
  readonly importsFolder?: Deps['importsFolder'];
  /** Taken when left out. */
  readonly acceptBareTokens?: boolean;
  readonly version: string;
  /** The oldest contract whose stations are still served; every one ever shipped when left out. */
  readonly minimumContractVersion?: number;
  readonly now: () => Date;
  readonly logger: Deps['logger'];
  /** Runs on the opened database before anybody is let in. */
  readonly prepare: (database: CentralDatabase, photos: PhotoStore) => Promise<void>;
};

export type RunningCentral = {
  readonly url: string;
  readonly database: CentralDatabase;
  readonly photos: PhotoStore;
  readonly refunds: Refunds;
  /** Only at the start that made it. */
  readonly newAdminToken: string | null;
  /** For the first administrator: only at a start that made one. */
  readonly newSignInLink: string | null;
  /** A fresh one-time code; null for a site nobody knows. */
  enrolmentCode(siteId: string): Promise<string | null>;
  /** Lets requests finish, then closes everything. */
  close(): Promise<void>;
};

/** Nothing that was ever shipped is refused. */
const firstContractVersion = 1;
/** What is under way may finish; what hangs is cut off and comes again. */
const drainMs = 10_000;

/** Opens the database, the photo store and the port, in this order, and closes them the other way. */
export async function startCentral(settings: CentralSettings): Promise<RunningCentral> {
  const { now } = settings;
  const closing: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const log = settings.logger || silent;
    const database = await openDatabase(settings.database, log);
    closing.push(() => database.close());
    const photos = await openPhotoStore(settings.photoPlace);
    await backfillGrants({ database, now, log });
    await fillFoundBy({ database, now, log });
    await settings.prepare(database, photos);
    await adoptDocuments({ database, now, log });
    await forgetLostPhotos({ database, store: photos, log });

    const again = settings.bootstrapAgain ?? false;
    const bootstrap = await database.write((rows) =>
      prepareBootstrap(rows, { given: settings.adminToken, again }, now()),
    );
    const firstLink = await database.write((rows) => firstSignInLink(rows, now()));
    if (bootstrap.isRetired && settings.adminToken !== null)
      log.warn({}, 'the bootstrap token is retired: the one that is given opens nothing');
    const refunds = startRefunds({
      database,
      port: settings.refundPort,
      bankVault: settings.bankVault ?? null,
      now,
      log,
    });
    closing.push(() => refunds.stop());
    const expiring = keepExpiringCases({ database, now, log });
    closing.push(() => expiring.stop());
    const watching = keepWatchingCalendars({ database, now, log });
    closing.push(() => watching.stop());
    const clocks = keepClocks({ database, now, log });
    closing.push(() => clocks.stop());
    const app = await buildServer({
      minimumContractVersion: firstContractVersion,
      quotas: usualQuotas,
      acceptBareTokens: true,
      door: ownDoor,
      page: null,
      bankVault: null,
      importsFolder: path.join(tmpdir(), `quayside-imports-${randomUUID()}`),
      ...settings,
      database,
      photos,
      refunds,
    });
    closing.push(async () => {
      const impatient = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(impatient);
    });
    const listening = await app.listen({ host: settings.host, port: settings.port });
    const url = settings.door?.tls ? listening.replace(/^http:/, 'https:') : listening;
    const retrying = keepRetryingQuarantined({ database, now, log });
    closing.push(() => retrying.stop());
    return {
      url,
      database,
      photos,
      refunds,
      newAdminToken: bootstrap.made,
      newSignInLink: firstLink,
      enrolmentCode: async (siteId) => {
        const issued = await database.write((rows) => issueEnrolmentCode(rows, siteId, now()));
        return issued?.code ?? null;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
